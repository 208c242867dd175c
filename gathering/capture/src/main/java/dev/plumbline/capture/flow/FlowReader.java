package dev.plumbline.capture.flow;

import dev.plumbline.capture.file.Slice;

/** Hears what is said in one flow. */
public interface FlowReader {
  /**
   * The next bytes of a TCP direction, or a whole datagram.
   *
   * @param bytes good only for the time of the call
   * @return whether it wants to hear more of this flow
   */
  boolean said(boolean byDevice, Slice bytes, long nanos);

  /** Bytes of this direction are missing; what comes next does not follow what came before. */
  void missed(boolean byDevice);

  /** Nothing more comes. */
  void ended();
}
