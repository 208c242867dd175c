/** Labels, marks and laws that build on EN 303 645, as data with their sources. */
@NullMarked
package dev.plumbline.catalogue.scheme;

import org.jspecify.annotations.NullMarked;
