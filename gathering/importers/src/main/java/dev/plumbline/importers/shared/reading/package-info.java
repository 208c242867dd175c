/** What several importers need to read records and lines. */
@NullMarked
package dev.plumbline.importers.shared.reading;

import org.jspecify.annotations.NullMarked;
