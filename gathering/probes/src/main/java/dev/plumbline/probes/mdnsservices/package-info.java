/** What a device announces by multicast DNS. */
@NullMarked
package dev.plumbline.probes.mdnsservices;

import org.jspecify.annotations.NullMarked;
