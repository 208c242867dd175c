/** Profiles: what a vertical or a stricter reading adds to an edition, as data. */
@NullMarked
package dev.plumbline.catalogue.profile;

import org.jspecify.annotations.NullMarked;
