package dev.plumbline.exchange.source;

import java.io.IOException;

/** A file that cannot be read as what it claims to be; the message is for its owner. */
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  public UnreadableException(String message, String remedy) {
    super(message);
    this.what = message;
    this.remedy = remedy;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
