/** One class a format that a firmware image can be packed in. No program is run. */
@NullMarked
package dev.plumbline.firmware.format;

import org.jspecify.annotations.NullMarked;
