/** Reads the XML of Nikto. */
@NullMarked
package dev.plumbline.importers.niktoxml;

import org.jspecify.annotations.NullMarked;
