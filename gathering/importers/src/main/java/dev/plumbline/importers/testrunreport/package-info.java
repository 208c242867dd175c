/** Reads the reports of Testrun. */
@NullMarked
package dev.plumbline.importers.testrunreport;

import org.jspecify.annotations.NullMarked;
