/**
 * The kit that holds a probe to its contract: peers that are mute, endless, slow, resetting or
 * lying, and a run against them without files or a real device.
 */
@NullMarked
package dev.plumbline.probe.hostile;

import org.jspecify.annotations.NullMarked;
