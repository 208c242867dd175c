/** Protection of binaries, by checksec. */
@NullMarked
package dev.plumbline.importers.checksecjson;

import org.jspecify.annotations.NullMarked;
