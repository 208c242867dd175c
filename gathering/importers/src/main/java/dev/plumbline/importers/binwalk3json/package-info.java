/** Parts of an image, by Binwalk 3. */
@NullMarked
package dev.plumbline.importers.binwalk3json;

import org.jspecify.annotations.NullMarked;
