/** Component lists of Syft. */
@NullMarked
package dev.plumbline.importers.syftjson;

import org.jspecify.annotations.NullMarked;
