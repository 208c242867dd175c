/** Data files of the checks of a declaration, and the words that they compare. */
@NullMarked
package dev.plumbline.declaration.data;

import org.jspecify.annotations.NullMarked;
