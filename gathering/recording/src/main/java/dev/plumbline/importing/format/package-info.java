/** Streaming readers of XML and JSON that nothing in a file can turn against their user. */
@NullMarked
package dev.plumbline.importing.format;

import org.jspecify.annotations.NullMarked;
