/** What radio scans heard, told alike whatever tool scanned. */
@NullMarked
package dev.plumbline.importers.shared.radio;

import org.jspecify.annotations.NullMarked;
