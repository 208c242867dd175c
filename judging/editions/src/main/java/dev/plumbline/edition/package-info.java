/**
 * What becomes of a declaration in the other edition. Pure functions over the texts of its files.
 */
@NullMarked
package dev.plumbline.edition;

import org.jspecify.annotations.NullMarked;
