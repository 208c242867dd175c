/** SSH servers. */
@NullMarked
package dev.plumbline.observation.ssh;

import org.jspecify.annotations.NullMarked;
