/** Radio scans by Kismet. */
@NullMarked
package dev.plumbline.importers.kismetjson;

import org.jspecify.annotations.NullMarked;
