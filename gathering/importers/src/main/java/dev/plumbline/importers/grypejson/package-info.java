/** Vulnerabilities matched by Grype. */
@NullMarked
package dev.plumbline.importers.grypejson;

import org.jspecify.annotations.NullMarked;
