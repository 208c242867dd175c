/** One package a tool. */
@NullMarked
package dev.plumbline.importers;

import org.jspecify.annotations.NullMarked;
