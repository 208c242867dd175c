package dev.plumbline.probe;

/** What a probe does to a device, from least to most. */
public enum Intrusiveness {
  /** Connects and reads; what any client does. */
  OBSERVE,
  /** Sends unusual but harmless input, such as old protocol versions or login attempts. */
  PROVOKE,
  /** May slow the device down or lock an account for a while. */
  STRESS
}
