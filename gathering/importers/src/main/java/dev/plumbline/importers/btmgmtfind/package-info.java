/** Bluetooth discoveries by btmgmt. */
@NullMarked
package dev.plumbline.importers.btmgmtfind;

import org.jspecify.annotations.NullMarked;
