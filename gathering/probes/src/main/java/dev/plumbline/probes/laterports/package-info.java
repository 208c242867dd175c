/** Which TCP ports opened after the first look. */
@NullMarked
package dev.plumbline.probes.laterports;

import org.jspecify.annotations.NullMarked;
