/** What a capture shows of the device, as observations. */
@NullMarked
package dev.plumbline.capture.fact;

import org.jspecify.annotations.NullMarked;
