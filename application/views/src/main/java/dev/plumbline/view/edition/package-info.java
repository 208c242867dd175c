/** What the editions and profiles say, and what changes between two of them. */
@NullMarked
package dev.plumbline.view.edition;

import org.jspecify.annotations.NullMarked;
