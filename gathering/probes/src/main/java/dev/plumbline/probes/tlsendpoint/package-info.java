/** Asks a TLS endpoint for everything that a verdict about its cryptography can rest on. */
@NullMarked
package dev.plumbline.probes.tlsendpoint;

import org.jspecify.annotations.NullMarked;
