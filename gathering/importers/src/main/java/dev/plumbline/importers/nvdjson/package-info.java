/** Vulnerability records of the NVD. */
@NullMarked
package dev.plumbline.importers.nvdjson;

import org.jspecify.annotations.NullMarked;
