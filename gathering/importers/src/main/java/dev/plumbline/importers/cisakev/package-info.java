/** The catalogue of known exploited vulnerabilities. */
@NullMarked
package dev.plumbline.importers.cisakev;

import org.jspecify.annotations.NullMarked;
