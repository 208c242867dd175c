@NullMarked
package dev.plumbline.insight.comparison;

import org.jspecify.annotations.NullMarked;
