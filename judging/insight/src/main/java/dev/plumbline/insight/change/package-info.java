/** What differs between two states of a dossier, in the words of the standard. Pure functions. */
@NullMarked
package dev.plumbline.insight.change;

import org.jspecify.annotations.NullMarked;
