/** The files of a dossier: their paths, their format, and typed reading of their mappings. */
@NullMarked
package dev.plumbline.dossier.file;

import org.jspecify.annotations.NullMarked;
