/** Records of XML files, one at a time. */
@NullMarked
package dev.plumbline.importers.shared.xml;

import org.jspecify.annotations.NullMarked;
