/** Asks an SSH endpoint for its algorithms, host keys and ways to log in, without logging in. */
@NullMarked
package dev.plumbline.probes.sshendpoint;

import org.jspecify.annotations.NullMarked;
