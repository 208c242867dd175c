/** Reads HTTP archives. */
@NullMarked
package dev.plumbline.importers.har;

import org.jspecify.annotations.NullMarked;
