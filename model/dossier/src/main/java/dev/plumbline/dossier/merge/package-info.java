/** Joins records that began as one. */
@NullMarked
package dev.plumbline.dossier.merge;

import org.jspecify.annotations.NullMarked;
