/**
 * What becomes of a declaration in the other edition. Pure functions over the texts of its files.
 */
@NullMarked
package dev.plumbline.engine.edition;

import org.jspecify.annotations.NullMarked;
