/** The interview that settles which provisions apply. */
@NullMarked
package dev.plumbline.declaration.interview;

import org.jspecify.annotations.NullMarked;
