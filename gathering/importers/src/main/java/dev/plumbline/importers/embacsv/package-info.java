/** Firmware analyses by EMBA. */
@NullMarked
package dev.plumbline.importers.embacsv;

import org.jspecify.annotations.NullMarked;
