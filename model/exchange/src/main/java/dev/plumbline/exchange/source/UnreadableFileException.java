package dev.plumbline.exchange.source;

import java.io.IOException;

/** A file that cannot be read as what it claims to be; the message is for its owner. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  /** A document that cannot be read, with what to do about it. */
  public UnreadableFileException(String message, String remedy) {
    super(message);
    this.what = message;
    this.remedy = remedy;
  }

  /** What is wrong, as a sentence. */
  public String what() {
    return what;
  }

  /** What to do about it, as a sentence. */
  public String remedy() {
    return remedy;
  }
}
