/**
 * Facts as checks and people see them: what was observed, what of it counts, and what it rests on.
 */
@NullMarked
package dev.plumbline.judging.fact;

import org.jspecify.annotations.NullMarked;
