/** Reads the JSON of Arachni. */
@NullMarked
package dev.plumbline.importers.arachnijson;

import org.jspecify.annotations.NullMarked;
