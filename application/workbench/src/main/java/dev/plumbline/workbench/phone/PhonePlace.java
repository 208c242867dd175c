package dev.plumbline.workbench.phone;

import dev.plumbline.workbench.web.Session;

/**
 * For what a phone brings files: one item of one product, in one session of a browser.
 *
 * @param product its name in addresses
 */
public record PhonePlace(Session session, String product, String item) {}
