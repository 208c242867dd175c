/** Vulnerability records of OSV. */
@NullMarked
package dev.plumbline.importers.osvexport;

import org.jspecify.annotations.NullMarked;
