package dev.plumbline.exchange;

import java.io.IOException;

/** A file that cannot be read as what it claims to be; the message is for its owner. */
final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  UnreadableException(String message, String remedy) {
    super(message);
    this.what = message;
    this.remedy = remedy;
  }

  String what() {
    return what;
  }

  String remedy() {
    return remedy;
  }
}
