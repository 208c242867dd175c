/** Complete facts for tests. */
@NullMarked
package dev.plumbline.observation.kit;

import org.jspecify.annotations.NullMarked;
