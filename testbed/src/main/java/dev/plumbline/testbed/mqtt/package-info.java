/** A broker that keeps messages for those who subscribe. */
@NullMarked
package dev.plumbline.testbed.mqtt;

import org.jspecify.annotations.NullMarked;
