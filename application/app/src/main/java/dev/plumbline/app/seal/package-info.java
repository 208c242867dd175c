/** Signed seals of a dossier: keys, making, checking. */
@NullMarked
package dev.plumbline.app.seal;

import org.jspecify.annotations.NullMarked;
