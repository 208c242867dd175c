package dev.plumbline.testbed.net;

/** How a mute device treats those who connect. */
public enum Silence {
  /** It is not mute. */
  NONE,
  /** Accepts the connection and says nothing until it is stopped. */
  SAYS_NOTHING,
  /** Accepts the connection and resets it at once. */
  RESETS
}
