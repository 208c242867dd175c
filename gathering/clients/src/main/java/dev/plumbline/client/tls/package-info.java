/**
 * What TLS endpoints say, byte by byte: enough of SSL 2.0 to TLS 1.3 to ask any question and to
 * read any answer. Never throws anything but {@link dev.plumbline.client.tls.TlsFormatException} on
 * what a peer sent. See ADR-0003.
 */
@NullMarked
package dev.plumbline.client.tls;

import org.jspecify.annotations.NullMarked;
