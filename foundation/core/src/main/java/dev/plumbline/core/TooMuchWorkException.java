package dev.plumbline.core;

/**
 * Reading a text of others takes more work than it may. What was to be read is not known then; it
 * is no "no".
 */
public final class TooMuchWorkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TooMuchWorkException(String message) {
    super(message);
  }
}
