/** Writes frames and captures bit by bit, for tests. */
@NullMarked
package dev.plumbline.capture.kit;

import org.jspecify.annotations.NullMarked;
