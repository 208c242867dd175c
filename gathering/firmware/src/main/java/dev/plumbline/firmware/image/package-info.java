/** The bytes of an image, what is unpacked from it, and the bounds of that. */
@NullMarked
package dev.plumbline.firmware.image;

import org.jspecify.annotations.NullMarked;
