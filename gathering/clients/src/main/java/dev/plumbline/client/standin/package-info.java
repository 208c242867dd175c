/**
 * A server in the place of one that the device calls: TLS and DTLS with right and wrong
 * certificates, and what the device sent.
 */
@NullMarked
package dev.plumbline.client.standin;

import org.jspecify.annotations.NullMarked;
