/** The SSH server of a simulated device. */
@NullMarked
package dev.plumbline.testbed.ssh;

import org.jspecify.annotations.NullMarked;
