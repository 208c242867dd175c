/** Reads the JSON lines of nuclei. */
@NullMarked
package dev.plumbline.importers.nucleijsonl;

import org.jspecify.annotations.NullMarked;
