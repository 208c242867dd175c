/** Texts of office files that stand in no cell and no paragraph: comments, notes, text boxes. */
@NullMarked
package dev.plumbline.exchange.aside;

import org.jspecify.annotations.NullMarked;
