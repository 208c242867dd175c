/** The catalogues of recommended cryptography, each with its dates. */
@NullMarked
package dev.plumbline.catalogue.crypto;

import org.jspecify.annotations.NullMarked;
