/**
 * Which interfaces for programs a web server describes, and what of them answers without a login.
 */
@NullMarked
package dev.plumbline.probes.apidiscovery;

import org.jspecify.annotations.NullMarked;
