/** What others say of the device. */
@NullMarked
package dev.plumbline.observation.supply;

import org.jspecify.annotations.NullMarked;
