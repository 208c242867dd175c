@NullMarked
package dev.plumbline.reports.html;

import org.jspecify.annotations.NullMarked;
