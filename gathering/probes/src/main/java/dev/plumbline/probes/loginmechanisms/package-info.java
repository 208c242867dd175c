/** Which services ask for a password, and whether it crosses the network readable. */
@NullMarked
package dev.plumbline.probes.loginmechanisms;

import org.jspecify.annotations.NullMarked;
