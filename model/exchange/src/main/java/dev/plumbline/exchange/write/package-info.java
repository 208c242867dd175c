/** Workbooks, documents and Markdown that a dossier is written into. */
@NullMarked
package dev.plumbline.exchange.write;

import org.jspecify.annotations.NullMarked;
