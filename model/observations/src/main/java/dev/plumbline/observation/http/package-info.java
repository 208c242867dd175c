/** Web servers. */
@NullMarked
package dev.plumbline.observation.http;

import org.jspecify.annotations.NullMarked;
