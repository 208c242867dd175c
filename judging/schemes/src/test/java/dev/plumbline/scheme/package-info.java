@NullMarked
package dev.plumbline.scheme;

import org.jspecify.annotations.NullMarked;
