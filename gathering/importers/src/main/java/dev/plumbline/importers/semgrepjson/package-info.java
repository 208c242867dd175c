/** Findings of Semgrep. */
@NullMarked
package dev.plumbline.importers.semgrepjson;

import org.jspecify.annotations.NullMarked;
