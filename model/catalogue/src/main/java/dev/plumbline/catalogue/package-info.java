/** Standards as data: what an edition asks, and how it is assessed. */
@NullMarked
package dev.plumbline.catalogue;

import org.jspecify.annotations.NullMarked;
