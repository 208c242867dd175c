/** Ports, as several probes ask and write them. */
@NullMarked
package dev.plumbline.probes.ports;

import org.jspecify.annotations.NullMarked;
