/** Asking one UDP port and waiting for what comes back. */
@NullMarked
package dev.plumbline.client.datagram;

import org.jspecify.annotations.NullMarked;
