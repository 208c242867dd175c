/** Checks of data and secrets: what is disclosed, readable, deleted or rewritten. */
@NullMarked
package dev.plumbline.checks.data;

import org.jspecify.annotations.NullMarked;
