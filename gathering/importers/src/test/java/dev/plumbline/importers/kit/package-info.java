/** Tools and servers of Debian for tests. */
@NullMarked
package dev.plumbline.importers.kit;

import org.jspecify.annotations.NullMarked;
