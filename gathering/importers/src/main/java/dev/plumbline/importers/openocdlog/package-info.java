/** Debug ports reached by OpenOCD. */
@NullMarked
package dev.plumbline.importers.openocdlog;

import org.jspecify.annotations.NullMarked;
