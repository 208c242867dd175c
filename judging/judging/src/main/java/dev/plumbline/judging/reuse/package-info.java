/** Findings that serve again when a dossier is judged after a change of its declaration. */
@NullMarked
package dev.plumbline.judging.reuse;

import org.jspecify.annotations.NullMarked;
