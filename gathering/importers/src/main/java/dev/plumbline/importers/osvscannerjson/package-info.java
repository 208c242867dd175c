/** Vulnerabilities matched by OSV-Scanner. */
@NullMarked
package dev.plumbline.importers.osvscannerjson;

import org.jspecify.annotations.NullMarked;
