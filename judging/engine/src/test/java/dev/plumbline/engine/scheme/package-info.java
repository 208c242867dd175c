@NullMarked
package dev.plumbline.engine.scheme;

import org.jspecify.annotations.NullMarked;
