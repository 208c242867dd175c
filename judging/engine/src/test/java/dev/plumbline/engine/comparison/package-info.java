@NullMarked
package dev.plumbline.engine.comparison;

import org.jspecify.annotations.NullMarked;
