/** Proposes rows and cells of the IXIT from what is known of a product. */
@NullMarked
package dev.plumbline.app.draft;

import org.jspecify.annotations.NullMarked;
