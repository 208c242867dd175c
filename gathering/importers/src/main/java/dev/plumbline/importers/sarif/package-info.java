/** Reads SARIF. */
@NullMarked
package dev.plumbline.importers.sarif;

import org.jspecify.annotations.NullMarked;
