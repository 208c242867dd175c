/** Public pages of the manufacturer. */
@NullMarked
package dev.plumbline.observation.page;

import org.jspecify.annotations.NullMarked;
