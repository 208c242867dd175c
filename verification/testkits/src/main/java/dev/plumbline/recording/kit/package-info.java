/** What whoever records has to keep, for the tests of all that record. */
@NullMarked
package dev.plumbline.recording.kit;

import org.jspecify.annotations.NullMarked;
