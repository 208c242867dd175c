/** Audits by Lynis. */
@NullMarked
package dev.plumbline.importers.lynisreport;

import org.jspecify.annotations.NullMarked;
