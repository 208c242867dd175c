/** Which TCP ports accept connections. */
@NullMarked
package dev.plumbline.probes.tcpopenports;

import org.jspecify.annotations.NullMarked;
