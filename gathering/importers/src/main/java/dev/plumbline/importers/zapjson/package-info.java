/** Reads the traditional JSON report of ZAP. */
@NullMarked
package dev.plumbline.importers.zapjson;

import org.jspecify.annotations.NullMarked;
