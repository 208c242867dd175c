@NullMarked
package dev.plumbline.testbed;

import org.jspecify.annotations.NullMarked;
