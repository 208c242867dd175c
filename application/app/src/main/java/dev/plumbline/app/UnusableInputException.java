package dev.plumbline.app;

/** What somebody named cannot be used; the message is a sentence for them. */
public final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableInputException(String message) {
    super(message);
  }
}
