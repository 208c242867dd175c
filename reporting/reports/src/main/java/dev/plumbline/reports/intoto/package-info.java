/** An in-toto statement over the files of an assessment. */
@NullMarked
package dev.plumbline.reports.intoto;

import org.jspecify.annotations.NullMarked;
