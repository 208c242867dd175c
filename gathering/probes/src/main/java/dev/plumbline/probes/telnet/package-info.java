/** Logging in over Telnet. */
@NullMarked
package dev.plumbline.probes.telnet;

import org.jspecify.annotations.NullMarked;
