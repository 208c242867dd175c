/**
 * What a probe is and what it may do; the kit of hostile peers that every probe is held against.
 */
@NullMarked
package dev.plumbline.probe;

import org.jspecify.annotations.NullMarked;
