/** Protocols of industry and buildings. */
@NullMarked
package dev.plumbline.testbed.industrial;

import org.jspecify.annotations.NullMarked;
