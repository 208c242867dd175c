/** Tests of the product as a whole: rulings, proof, command line, architecture, completeness. */
@NullMarked
package dev.plumbline.acceptance;

import org.jspecify.annotations.NullMarked;
