/** Whether deleted data is gone. */
@NullMarked
package dev.plumbline.probes.deletion;

import org.jspecify.annotations.NullMarked;
