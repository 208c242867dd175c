/** Reads the JSON of THC Hydra. */
@NullMarked
package dev.plumbline.importers.hydrajson;

import org.jspecify.annotations.NullMarked;
