package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;

/** Understands one protocol in one TCP connection. */
interface Dissector {
  /** It has heard what it wanted. */
  int DONE = -1;

  /**
   * Takes what it understands from the front of what one side has said and was not taken yet. May
   * run over the end: more is waited for then.
   *
   * @param byClient whether the side that opened the connection said it
   * @return bytes taken; 0 to wait for more; {@link #DONE}
   */
  int heard(boolean byClient, Slice bytes, long nanos);

  /** Bytes are missing; whether it can go on behind them. */
  default boolean missed(boolean byClient) {
    return false;
  }

  /** The connection is over. */
  default void ended() {}

  /** Whether others on the network can read what is said. */
  default boolean readable() {
    return true;
  }
}
