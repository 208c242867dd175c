/** Reads the files of Nessus. */
@NullMarked
package dev.plumbline.importers.nessusxml;

import org.jspecify.annotations.NullMarked;
