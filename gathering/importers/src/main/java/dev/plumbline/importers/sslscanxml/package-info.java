/** Reads the XML of sslscan. */
@NullMarked
package dev.plumbline.importers.sslscanxml;

import org.jspecify.annotations.NullMarked;
