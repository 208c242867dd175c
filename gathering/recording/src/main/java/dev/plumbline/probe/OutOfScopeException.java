package dev.plumbline.probe;

import java.io.IOException;

/** The declaration does not allow this target. Nothing was sent. */
public final class OutOfScopeException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutOfScopeException(String message) {
    super(message);
  }
}
