package dev.plumbline.probes.inputvalidation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An input that a device should not process.
 *
 * @param inputClass its class in inputs.yaml
 * @param place path, and the parameter where there is one
 * @param frame what stands around the piece; holds ${piece}, and ${length} for a body's
 * @param piece what is odd, one character a byte; may hold ${host} and ${session}
 * @param whole whether it is well-formed HTTP, so that an answer is due
 * @param login whether it is a login, which the device may count as a wrong one
 */
record OddInput(
    String inputClass, String place, String frame, String piece, boolean whole, boolean login) {
  private static final int LONG_RUN = 32;

  OddInput(String inputClass, String place, String frame, String piece, boolean whole) {
    this(inputClass, place, frame, piece, whole, false);
  }

  OddInput with(String other) {
    return new OddInput(inputClass, place, frame, other, whole, login);
  }

  /** The request, with the places for host and session still open. */
  String text() {
    return frame.replace("${length}", Integer.toString(piece.length())).replace("${piece}", piece);
  }

  byte[] bytes(String host, String session) {
    return text()
        .replace("${host}", host)
        .replace("${session}", session)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  String method() {
    return text().startsWith("POST ") ? "POST" : "GET";
  }

  /** SHA-256 of the request with the places for host and session open. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The request as the grammar writes it: long runs of a character as ${A*300}. */
  String written() {
    String text = text();
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) == text.charAt(at)) {
        end++;
      }
      if (end - at >= LONG_RUN) {
        out.append("${").append(text.charAt(at)).append('*').append(end - at).append('}');
      } else {
        out.append(text, at, end);
      }
      at = end;
    }
    return out.toString();
  }
}
