package dev.plumbline.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as they go over the wire. */
final class RequestPath {
  private RequestPath() {}

  /**
   * A path or reference as browsers send it: blanks and all that is not ASCII as the percent form
   * of its UTF-8; tabs and line breaks are dropped. What is written in percent form stays.
   */
  static String encoded(String reference) {
    if (reference.chars().noneMatch(c -> c <= ' ' || c > '~')) {
      return reference;
    }
    StringBuilder path = new StringBuilder(reference.length() + 16);
    reference
        .codePoints()
        .filter(c -> c != '\t' && c != '\r' && c != '\n')
        .forEach(
            c -> {
              if (c > ' ' && c <= '~') {
                path.append((char) c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  path.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
              }
            });
    return path.toString();
  }
}
