/** OpenVEX documents. */
@NullMarked
package dev.plumbline.importers.openvex;

import org.jspecify.annotations.NullMarked;
