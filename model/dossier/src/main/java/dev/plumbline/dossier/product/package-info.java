/** Reading of product.yaml. */
@NullMarked
package dev.plumbline.dossier.product;

import org.jspecify.annotations.NullMarked;
