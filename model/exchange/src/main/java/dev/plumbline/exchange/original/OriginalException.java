package dev.plumbline.exchange.original;

import java.io.IOException;

/** A document that cannot be used as a copy of a standard; the message says why and what to do. */
public final class OriginalException extends IOException {
  private static final long serialVersionUID = 1L;

  OriginalException(String what, String remedy) {
    super(what + " " + remedy);
  }
}
