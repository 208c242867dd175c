/** Flows of the device and their bytes in order, in bounded memory. */
@NullMarked
package dev.plumbline.capture.flow;

import org.jspecify.annotations.NullMarked;
