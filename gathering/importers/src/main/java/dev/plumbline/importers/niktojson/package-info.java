/** Reads the JSON of Nikto. */
@NullMarked
package dev.plumbline.importers.niktojson;

import org.jspecify.annotations.NullMarked;
