/** Logs of Zeek. */
@NullMarked
package dev.plumbline.importers.zeeklogs;

import org.jspecify.annotations.NullMarked;
