/** Reads the JSON of SSLyze. */
@NullMarked
package dev.plumbline.importers.sslyzejson;

import org.jspecify.annotations.NullMarked;
