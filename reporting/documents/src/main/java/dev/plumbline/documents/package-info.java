/** Documents that a manufacturer owes, made from what the dossier declares and nothing else. */
@NullMarked
package dev.plumbline.documents;

import org.jspecify.annotations.NullMarked;
