/** Reads the JSON of Wapiti. */
@NullMarked
package dev.plumbline.importers.wapitijson;

import org.jspecify.annotations.NullMarked;
