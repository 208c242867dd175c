/** Parts of an image, by unblob. */
@NullMarked
package dev.plumbline.importers.unblobjson;

import org.jspecify.annotations.NullMarked;
