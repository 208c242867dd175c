/** A dossier as a folder: opened, checked and written. */
@NullMarked
package dev.plumbline.dossier.folder;

import org.jspecify.annotations.NullMarked;
