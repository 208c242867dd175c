/** The product against devices of other hands, each with the truth about itself as data. */
@NullMarked
package dev.plumbline.wild;

import org.jspecify.annotations.NullMarked;
