/** Checks of the first installation: the decisions that a user is asked for. */
@NullMarked
package dev.plumbline.checks.setup;

import org.jspecify.annotations.NullMarked;
