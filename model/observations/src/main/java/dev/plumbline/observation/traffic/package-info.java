/** What a network capture shows. */
@NullMarked
package dev.plumbline.observation.traffic;

import org.jspecify.annotations.NullMarked;
