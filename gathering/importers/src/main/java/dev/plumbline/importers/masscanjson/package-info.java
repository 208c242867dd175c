/** Reads the JSON of masscan. */
@NullMarked
package dev.plumbline.importers.masscanjson;

import org.jspecify.annotations.NullMarked;
