/** How the tables of an edition stand in documents, and how their cells are written as words. */
@NullMarked
package dev.plumbline.exchange.layout;

import org.jspecify.annotations.NullMarked;
