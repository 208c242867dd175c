/** One class a kind of fact that is looked for in the files of an image. */
@NullMarked
package dev.plumbline.firmware.find;

import org.jspecify.annotations.NullMarked;
