/** Cipher suites of SSL, TLS and DTLS: the one table of their names, and what a name says. */
@NullMarked
package dev.plumbline.core.tls;

import org.jspecify.annotations.NullMarked;
