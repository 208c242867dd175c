/** What differs between two states of a dossier, as one page. */
@NullMarked
package dev.plumbline.reports.diff;

import org.jspecify.annotations.NullMarked;
