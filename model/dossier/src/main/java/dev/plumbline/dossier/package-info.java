/** What the supplier declares and what was gathered, and the file format of both. */
@NullMarked
package dev.plumbline.dossier;

import org.jspecify.annotations.NullMarked;
