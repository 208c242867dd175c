/** What the device did when a driver moved it. */
@NullMarked
package dev.plumbline.observation.trial;

import org.jspecify.annotations.NullMarked;
