@NullMarked
package dev.plumbline.reports.csv;

import org.jspecify.annotations.NullMarked;
