/** Tables and JSON records by a mapping of the dossier. */
@NullMarked
package dev.plumbline.importers.genericcsv;

import org.jspecify.annotations.NullMarked;
