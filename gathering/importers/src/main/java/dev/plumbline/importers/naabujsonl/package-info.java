/** Ports found by naabu. */
@NullMarked
package dev.plumbline.importers.naabujsonl;

import org.jspecify.annotations.NullMarked;
