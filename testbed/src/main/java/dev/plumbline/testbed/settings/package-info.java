/** What a simulated device is described by. */
@NullMarked
package dev.plumbline.testbed.settings;

import org.jspecify.annotations.NullMarked;
