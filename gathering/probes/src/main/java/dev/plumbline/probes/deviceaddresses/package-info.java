/** Which further addresses the device has. */
@NullMarked
package dev.plumbline.probes.deviceaddresses;

import org.jspecify.annotations.NullMarked;
