/** What radio scans heard, told alike whatever tool scanned. */
@NullMarked
package dev.plumbline.importers.radio;

import org.jspecify.annotations.NullMarked;
