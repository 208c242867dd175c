package dev.plumbline.reports.oscal;

import dev.plumbline.reports.Visible;

/** Text in the two forms that OSCAL knows. */
final class OscalText {
  /** What CommonMark, and the templates of OSCAL, give a meaning to. */
  private static final String MEANING = "\\`*_{}[]<>#&|~^!$@\"'";

  private OscalText() {}

  /** A value: one line, never empty. */
  static String value(String foreign) {
    String line = Visible.of(foreign).replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "-" : line;
  }

  /** Markup that shows the text as it is. */
  static String markup(String foreign) {
    String line = value(foreign);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (MEANING.indexOf(c) >= 0 || (i == 0 && (c == '-' || c == '+' || c == '='))) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
