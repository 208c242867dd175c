package dev.plumbline.view;

import java.util.ArrayList;
import java.util.List;

/** Lays text out for a terminal. */
public final class Text {
  /** Width of running text, in columns. */
  static final int WIDTH = 96;

  private Text() {}

  /** Wraps words to {@link #WIDTH}, each line behind an indent. */
  public static String wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.trim().split("\\s+")) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      if (line.length() > indent.length()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * Text that came from a device, a dossier or a tool, made safe for a terminal: control and
   * direction characters, separators of lines and halves of characters become visible.
   */
  public static String safe(String foreign) {
    StringBuilder safe = new StringBuilder(foreign.length());
    foreign
        .codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                safe.append(String.format("\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** "1 error", "2 errors": a number with its noun. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
