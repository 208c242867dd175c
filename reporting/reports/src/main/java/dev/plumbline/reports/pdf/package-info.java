/** The report for paper, drawn without a browser. */
@NullMarked
package dev.plumbline.reports.pdf;

import org.jspecify.annotations.NullMarked;
