/** Reads the XML of Nmap. */
@NullMarked
package dev.plumbline.importers.nmapxml;

import org.jspecify.annotations.NullMarked;
