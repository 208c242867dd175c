/** Which ways in that known attacks use the device shows. */
@NullMarked
package dev.plumbline.probes.knownsurfaces;

import org.jspecify.annotations.NullMarked;
