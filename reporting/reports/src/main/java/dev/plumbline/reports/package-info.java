/** Report formats: they render a result and compute nothing. */
@NullMarked
package dev.plumbline.reports;

import org.jspecify.annotations.NullMarked;
