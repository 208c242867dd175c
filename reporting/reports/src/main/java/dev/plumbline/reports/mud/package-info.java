/** A manufacturer usage description (RFC 8520) from the IXIT, and how captures compare with it. */
@NullMarked
package dev.plumbline.reports.mud;

import org.jspecify.annotations.NullMarked;
