/** A dossier as it was opened, with its catalogue, its profiles and its base. */
@NullMarked
package dev.plumbline.app.workspace;

import org.jspecify.annotations.NullMarked;
