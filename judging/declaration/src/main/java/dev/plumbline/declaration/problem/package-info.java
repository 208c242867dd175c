/** The kinds of problems that a dossier may have, as documented. */
@NullMarked
package dev.plumbline.declaration.problem;

import org.jspecify.annotations.NullMarked;
