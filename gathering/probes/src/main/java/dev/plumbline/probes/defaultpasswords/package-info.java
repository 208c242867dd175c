/** Whether a known password opens the device. */
@NullMarked
package dev.plumbline.probes.defaultpasswords;

import org.jspecify.annotations.NullMarked;
