@NullMarked
package dev.plumbline.reports.sarif;

import org.jspecify.annotations.NullMarked;
