/** Reads the JSON lines of tlsx. */
@NullMarked
package dev.plumbline.importers.tlsxjsonl;

import org.jspecify.annotations.NullMarked;
