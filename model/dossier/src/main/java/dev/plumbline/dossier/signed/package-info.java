/** Records that a person signs: their form, their authors and what each says. */
@NullMarked
package dev.plumbline.dossier.signed;

import org.jspecify.annotations.NullMarked;
