/** Reads manufacturer usage descriptions. */
@NullMarked
package dev.plumbline.importers.mud;

import org.jspecify.annotations.NullMarked;
