/** The prose of the catalogue: what a provision and a unit ask, and how to find out. */
@NullMarked
package dev.plumbline.catalogue.guidance;

import org.jspecify.annotations.NullMarked;
