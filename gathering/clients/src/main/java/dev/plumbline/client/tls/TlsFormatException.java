package dev.plumbline.client.tls;

import java.io.IOException;

/** The peer sent something that is no TLS, or broken TLS. Nothing can be concluded from it. */
public final class TlsFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public TlsFormatException(String message) {
    super(message);
  }
}
