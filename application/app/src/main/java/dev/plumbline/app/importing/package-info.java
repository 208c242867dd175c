/**
 * What comes into a dossier from elsewhere, and goes out of it: files of tools, documents of
 * makers.
 */
@NullMarked
package dev.plumbline.app.importing;

import org.jspecify.annotations.NullMarked;
