/** Paths found by ffuf. */
@NullMarked
package dev.plumbline.importers.ffufjson;

import org.jspecify.annotations.NullMarked;
