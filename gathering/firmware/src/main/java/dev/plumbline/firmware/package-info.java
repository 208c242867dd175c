/** Reads firmware images: what is in them, and what it shows. */
@NullMarked
package dev.plumbline.firmware;

import org.jspecify.annotations.NullMarked;
