/** Matches of YARA. */
@NullMarked
package dev.plumbline.importers.yaratext;

import org.jspecify.annotations.NullMarked;
