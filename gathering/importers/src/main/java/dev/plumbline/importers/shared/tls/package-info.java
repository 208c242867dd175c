/** Names and certificates of TLS, in the words of the TLS probe. */
@NullMarked
package dev.plumbline.importers.shared.tls;

import org.jspecify.annotations.NullMarked;
