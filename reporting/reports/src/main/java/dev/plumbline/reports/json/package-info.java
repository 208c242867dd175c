@NullMarked
package dev.plumbline.reports.json;

import org.jspecify.annotations.NullMarked;
