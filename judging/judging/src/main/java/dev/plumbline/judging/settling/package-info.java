/** What would settle most of the open items of an assessment. */
@NullMarked
package dev.plumbline.judging.settling;

import org.jspecify.annotations.NullMarked;
