/** The app that belongs to the device. */
@NullMarked
package dev.plumbline.observation.app;

import org.jspecify.annotations.NullMarked;
