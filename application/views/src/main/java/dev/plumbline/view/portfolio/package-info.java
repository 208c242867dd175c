/** Many products and their statistics. */
@NullMarked
package dev.plumbline.view.portfolio;

import org.jspecify.annotations.NullMarked;
