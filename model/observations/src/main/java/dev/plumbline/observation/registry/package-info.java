/** All kinds of observations, by key. */
@NullMarked
package dev.plumbline.observation.registry;

import org.jspecify.annotations.NullMarked;
