/** Reads the JSON of testssl.sh. */
@NullMarked
package dev.plumbline.importers.testssljson;

import org.jspecify.annotations.NullMarked;
