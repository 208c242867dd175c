package dev.plumbline.reports.sarif;

import dev.plumbline.reports.Visible;
import java.util.Map;

/** Messages of SARIF, in which brackets make links and braces make placeholders. */
final class SarifText {
  private SarifText() {}

  /** A message that shows the text as it is (SARIF 2.1.0, 3.11.5 and 3.11.6). */
  static Map<String, Object> message(String foreign) {
    return Map.of("text", escaped(Visible.of(foreign)));
  }

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '[', ']' -> out.append('\\').append(c);
        case '{', '}' -> out.append(c).append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
