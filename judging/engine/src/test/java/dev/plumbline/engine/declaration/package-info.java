@NullMarked
package dev.plumbline.engine.declaration;

import org.jspecify.annotations.NullMarked;
