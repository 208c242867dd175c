/** CSAF documents. */
@NullMarked
package dev.plumbline.importers.csafvex;

import org.jspecify.annotations.NullMarked;
