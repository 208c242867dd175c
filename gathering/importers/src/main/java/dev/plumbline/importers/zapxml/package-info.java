/** Reads the traditional XML report of ZAP. */
@NullMarked
package dev.plumbline.importers.zapxml;

import org.jspecify.annotations.NullMarked;
