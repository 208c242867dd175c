/** Names of SSH. */
@NullMarked
package dev.plumbline.core.ssh;

import org.jspecify.annotations.NullMarked;
