package dev.plumbline.client.http;

import java.io.IOException;

/** What came is not HTTP. */
public final class MalformedHttpException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedHttpException(String message) {
    super(message);
  }
}
