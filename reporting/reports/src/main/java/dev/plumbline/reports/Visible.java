package dev.plumbline.reports;

import java.nio.charset.StandardCharsets;

/**
 * Makes text from a device, a dossier or a tool safe to show: control characters, direction marks
 * and other invisible characters become visible, and long text is cut with a note. Escaping for the
 * format comes on top.
 */
public final class Visible {
  /** Longest text shown, in characters. */
  public static final int LIMIT = 2000;

  private static final int SAMPLE = 8 << 10;

  private Visible() {}

  public static String of(String foreign) {
    return of(foreign, LIMIT);
  }

  public static String of(String foreign, int limit) {
    int end = Math.min(foreign.length(), limit);
    if (end < foreign.length() && Character.isHighSurrogate(foreign.charAt(end - 1))) {
      end--;
    }
    StringBuilder shown = new StringBuilder(end + 40);
    for (int i = 0; i < end; ) {
      int c = foreign.codePointAt(i);
      if (c == '\n' || !isHidden(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(c == '\t' ? " " : String.format("\\u%04x", c));
      }
      i += Character.charCount(c);
    }
    if (end < foreign.length()) {
      shown.append(" … (").append(foreign.length() - end).append(" more characters)");
    }
    return shown.toString();
  }

  /** Bytes of an evidence file as text; what is no UTF-8 becomes a replacement character. */
  public static String of(byte[] bytes, int limit) {
    return of(new String(bytes, StandardCharsets.UTF_8), limit);
  }

  /** Whether bytes can be shown as text: their beginning has no zero byte. */
  public static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
