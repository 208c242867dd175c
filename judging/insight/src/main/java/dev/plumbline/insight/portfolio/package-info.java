/** Many products at once: where they stand, and what may be told of them to others. Pure. */
@NullMarked
package dev.plumbline.insight.portfolio;

import org.jspecify.annotations.NullMarked;
