/** Tests of the firmware reader. */
@NullMarked
package dev.plumbline.firmware;

import org.jspecify.annotations.NullMarked;
