/** Reads the XML reports of Nexpose. */
@NullMarked
package dev.plumbline.importers.nexposexml;

import org.jspecify.annotations.NullMarked;
