/** The result as a badge. */
@NullMarked
package dev.plumbline.reports.badge;

import org.jspecify.annotations.NullMarked;
