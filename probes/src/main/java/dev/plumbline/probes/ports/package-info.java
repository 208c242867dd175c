/** Port numbers, as several probes write them. */
@NullMarked
package dev.plumbline.probes.ports;

import org.jspecify.annotations.NullMarked;
