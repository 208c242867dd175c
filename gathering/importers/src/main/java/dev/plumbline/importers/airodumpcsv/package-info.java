/** Wi-Fi scans by airodump-ng. */
@NullMarked
package dev.plumbline.importers.airodumpcsv;

import org.jspecify.annotations.NullMarked;
