@NullMarked
package dev.plumbline.declaration;

import org.jspecify.annotations.NullMarked;
