/** Joins two versions of a dossier, such as those of two branches, so that nothing is lost. */
@NullMarked
package dev.plumbline.app.merge;

import org.jspecify.annotations.NullMarked;
