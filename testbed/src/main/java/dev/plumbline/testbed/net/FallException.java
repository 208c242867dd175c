package dev.plumbline.testbed.net;

import java.io.IOException;

/** The program that serves a part falls over, and is started again after a while. */
public final class FallException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int millis;

  /**
   * @param millis until it is up again
   */
  public FallException(int millis) {
    super("fell over");
    this.millis = millis;
  }

  int millis() {
    return millis;
  }
}
