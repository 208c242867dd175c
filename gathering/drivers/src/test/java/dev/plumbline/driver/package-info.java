@NullMarked
package dev.plumbline.driver;

import org.jspecify.annotations.NullMarked;
