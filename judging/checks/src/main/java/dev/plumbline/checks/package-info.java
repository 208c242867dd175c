/**
 * Checks: each joins observations with the declaration and says whether one proposition holds.
 * Named as the proposition; bound to test units by {@link dev.plumbline.judging.check.Decides}.
 */
@NullMarked
package dev.plumbline.checks;

import org.jspecify.annotations.NullMarked;
