/** Processes that record and are killed without a warning. */
@NullMarked
package dev.plumbline.recording.kit.crash;

import org.jspecify.annotations.NullMarked;
