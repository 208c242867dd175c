/** Vulnerabilities of binaries, by cve-bin-tool. */
@NullMarked
package dev.plumbline.importers.cvebintooljson;

import org.jspecify.annotations.NullMarked;
