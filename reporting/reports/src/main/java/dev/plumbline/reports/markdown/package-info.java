/** The result as a summary for a pull request. */
@NullMarked
package dev.plumbline.reports.markdown;

import org.jspecify.annotations.NullMarked;
