/** Use cases: open, check, plan, test, judge, report. What the command line and others call. */
@NullMarked
package dev.plumbline.app;

import org.jspecify.annotations.NullMarked;
