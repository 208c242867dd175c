/** Records of XML files, one at a time. */
@NullMarked
package dev.plumbline.importers.xml;

import org.jspecify.annotations.NullMarked;
