/**
 * Files that are written whole, through no link, and for their owner alone where they have to be.
 */
@NullMarked
package dev.plumbline.core.disk;

import org.jspecify.annotations.NullMarked;
