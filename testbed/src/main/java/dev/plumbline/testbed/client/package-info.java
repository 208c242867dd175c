/** What a simulated device does of its own accord: it calls the servers of its manufacturer. */
@NullMarked
package dev.plumbline.testbed.client;

import org.jspecify.annotations.NullMarked;
