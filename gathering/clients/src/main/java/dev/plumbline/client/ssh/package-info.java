/** Logging in over SSH with a password. */
@NullMarked
package dev.plumbline.client.ssh;

import org.jspecify.annotations.NullMarked;
