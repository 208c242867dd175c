/** The web interface of a simulated device. */
@NullMarked
package dev.plumbline.testbed.http;

import org.jspecify.annotations.NullMarked;
