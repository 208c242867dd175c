/** Rules of the catalogue, in CEL, over what a dossier declares. See docs/howto/write-a-rule.md. */
@NullMarked
package dev.plumbline.judging.rules;

import org.jspecify.annotations.NullMarked;
