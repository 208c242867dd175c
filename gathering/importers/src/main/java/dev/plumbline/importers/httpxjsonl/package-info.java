/** Web servers found by httpx. */
@NullMarked
package dev.plumbline.importers.httpxjsonl;

import org.jspecify.annotations.NullMarked;
