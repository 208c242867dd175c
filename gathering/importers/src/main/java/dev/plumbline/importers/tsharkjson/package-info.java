/** Packets written by tshark. */
@NullMarked
package dev.plumbline.importers.tsharkjson;

import org.jspecify.annotations.NullMarked;
