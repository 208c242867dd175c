/** A run of the probes against a device, its network, and finding again what it found. */
@NullMarked
package dev.plumbline.app.run;

import org.jspecify.annotations.NullMarked;
