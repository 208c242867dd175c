/** Which programs the device starts. */
@NullMarked
package dev.plumbline.probes.boottrial;

import org.jspecify.annotations.NullMarked;
