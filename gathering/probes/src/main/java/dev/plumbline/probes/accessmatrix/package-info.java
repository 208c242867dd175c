/** Who reaches which place of the device, with which login. */
@NullMarked
package dev.plumbline.probes.accessmatrix;

import org.jspecify.annotations.NullMarked;
