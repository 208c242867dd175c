/** Findings of vulnerability scanners, gathered by endpoint. */
@NullMarked
package dev.plumbline.importers.findings;

import org.jspecify.annotations.NullMarked;
