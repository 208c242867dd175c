@NullMarked
package dev.plumbline.reports.junit;

import org.jspecify.annotations.NullMarked;
