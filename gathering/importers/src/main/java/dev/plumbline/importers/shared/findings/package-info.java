/** Findings of vulnerability scanners, gathered by endpoint. */
@NullMarked
package dev.plumbline.importers.shared.findings;

import org.jspecify.annotations.NullMarked;
