/** Radios. */
@NullMarked
package dev.plumbline.observation.radio;

import org.jspecify.annotations.NullMarked;
