/** Reads the XML reports of OpenVAS. */
@NullMarked
package dev.plumbline.importers.openvasxml;

import org.jspecify.annotations.NullMarked;
