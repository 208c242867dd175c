/** The journals of a record: lines in a chain, appended and never changed. */
@NullMarked
package dev.plumbline.dossier.journal;

import org.jspecify.annotations.NullMarked;
