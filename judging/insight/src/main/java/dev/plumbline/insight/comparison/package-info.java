/** What became of a product between two results. */
@NullMarked
package dev.plumbline.insight.comparison;

import org.jspecify.annotations.NullMarked;
