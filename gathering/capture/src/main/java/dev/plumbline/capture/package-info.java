/** Reads network captures in one pass: frames, flows, what was said in them. */
@NullMarked
package dev.plumbline.capture;

import org.jspecify.annotations.NullMarked;
