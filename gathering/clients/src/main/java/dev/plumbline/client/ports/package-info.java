/** Ports, as several probes ask and write them. */
@NullMarked
package dev.plumbline.client.ports;

import org.jspecify.annotations.NullMarked;
