/** Which Plumbline it is. */
@NullMarked
package dev.plumbline.app.version;

import org.jspecify.annotations.NullMarked;
