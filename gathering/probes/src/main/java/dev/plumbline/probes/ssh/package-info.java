/** Logging in over SSH with a password. */
@NullMarked
package dev.plumbline.probes.ssh;

import org.jspecify.annotations.NullMarked;
