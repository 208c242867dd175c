/** A proxy that an intruder has left running. */
@NullMarked
package dev.plumbline.testbed.proxy;

import org.jspecify.annotations.NullMarked;
