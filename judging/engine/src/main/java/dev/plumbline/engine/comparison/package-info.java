/** What became of a product between two results. */
@NullMarked
package dev.plumbline.engine.comparison;

import org.jspecify.annotations.NullMarked;
