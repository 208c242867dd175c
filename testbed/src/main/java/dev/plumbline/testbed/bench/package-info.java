/** What a simulated device remembers, and the test bench that it stands on. */
@NullMarked
package dev.plumbline.testbed.bench;

import org.jspecify.annotations.NullMarked;
