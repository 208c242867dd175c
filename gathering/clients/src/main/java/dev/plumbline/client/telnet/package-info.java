/** Logging in over Telnet. */
@NullMarked
package dev.plumbline.client.telnet;

import org.jspecify.annotations.NullMarked;
