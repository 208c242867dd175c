/** Contradictions between the tables, the statement and the product: two places side by side. */
@NullMarked
package dev.plumbline.declaration.contradiction;

import org.jspecify.annotations.NullMarked;
