/** Writes the folder of a new probe. */
@NullMarked
package dev.plumbline.probe.scaffold;

import org.jspecify.annotations.NullMarked;
