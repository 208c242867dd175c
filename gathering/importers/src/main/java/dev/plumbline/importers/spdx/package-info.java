/** SPDX documents. */
@NullMarked
package dev.plumbline.importers.spdx;

import org.jspecify.annotations.NullMarked;
