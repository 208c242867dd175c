/** What captures show of the device's traffic, put together for people. It decides nothing. */
@NullMarked
package dev.plumbline.engine.traffic;

import org.jspecify.annotations.NullMarked;
