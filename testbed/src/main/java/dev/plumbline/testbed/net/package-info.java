/** Sockets, accounts and settings that the parts of a simulated device share. */
@NullMarked
package dev.plumbline.testbed.net;

import org.jspecify.annotations.NullMarked;
