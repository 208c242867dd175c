/** What makes a device do things: {@code driver.yaml} and the steps that it names. */
@NullMarked
package dev.plumbline.driver;

import org.jspecify.annotations.NullMarked;
