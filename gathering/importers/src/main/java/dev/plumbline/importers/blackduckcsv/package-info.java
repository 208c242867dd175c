/** Vulnerabilities known to Black Duck. */
@NullMarked
package dev.plumbline.importers.blackduckcsv;

import org.jspecify.annotations.NullMarked;
