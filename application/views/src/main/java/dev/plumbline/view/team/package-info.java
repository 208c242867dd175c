/** What several people do to one dossier, as lines for a terminal. */
@NullMarked
package dev.plumbline.view.team;

import org.jspecify.annotations.NullMarked;
