/** What captures show of the device's traffic, put together for people. It decides nothing. */
@NullMarked
package dev.plumbline.judging.traffic;

import org.jspecify.annotations.NullMarked;
