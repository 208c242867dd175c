/** Ids, verdict algebra, problems with places, digests. Depends on nothing of ours. */
@NullMarked
package dev.plumbline.core;

import org.jspecify.annotations.NullMarked;
