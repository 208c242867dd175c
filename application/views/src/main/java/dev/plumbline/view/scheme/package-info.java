/** Schemes, their levels, and what a product lacks for them. */
@NullMarked
package dev.plumbline.view.scheme;

import org.jspecify.annotations.NullMarked;
