/** Logs of serial consoles. */
@NullMarked
package dev.plumbline.importers.serialconsolelog;

import org.jspecify.annotations.NullMarked;
