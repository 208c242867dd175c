/**
 * Checks: each joins observations with the declaration and says whether one proposition holds.
 * Named as the proposition; each edition binds its units to them by name.
 */
@NullMarked
package dev.plumbline.checks;

import org.jspecify.annotations.NullMarked;
