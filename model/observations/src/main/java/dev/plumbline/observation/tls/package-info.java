/** TLS and DTLS of the device. */
@NullMarked
package dev.plumbline.observation.tls;

import org.jspecify.annotations.NullMarked;
