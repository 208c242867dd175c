/** Asking one UDP port and waiting for what comes back. */
@NullMarked
package dev.plumbline.probes.datagram;

import org.jspecify.annotations.NullMarked;
