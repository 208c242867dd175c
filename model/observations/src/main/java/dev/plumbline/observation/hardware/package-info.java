/** Debug ports and consoles. */
@NullMarked
package dev.plumbline.observation.hardware;

import org.jspecify.annotations.NullMarked;
