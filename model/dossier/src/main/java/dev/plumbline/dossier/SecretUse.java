package dev.plumbline.dossier;

import dev.plumbline.core.Place;

/**
 * An environment variable of the tester's machine whose value a dossier wants for a login.
 *
 * @param set whether the variable has a value now
 * @param place where product.yaml names it
 */
public record SecretUse(String variable, String role, String user, boolean set, Place place) {}
