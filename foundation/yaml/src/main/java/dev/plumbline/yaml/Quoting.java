package dev.plumbline.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes texts so that every reader of YAML, old or new, takes them for exactly these texts: {@code
 * no} and {@code 3.10} get quotes, {@code Y} and {@code N/A} need none in YAML 1.2.
 */
public final class Quoting {
  /** What some version of YAML takes for a flag, a number, a time or nothing. */
  private static final Pattern GUESSED =
      Pattern.compile(
          "true|false|yes|no|on|off|null|~|=|<<"
              + "|[-+]?\\d[\\d_,]*(\\.[\\d_]*)?(e[-+]?\\d*)?"
              + "|[-+]?\\.[\\d_]+(e[-+]?\\d*)?"
              + "|[-+]?0[xob][\\da-f_]+"
              + "|[-+]?\\.(inf|nan)"
              + "|[-+]?\\d+(:\\d+)++(\\.\\d*)?"
              + "|\\d{4}-\\d{1,2}-\\d{1,2}([t ].*)?");

  private static final String NOT_FIRST = "-?:,[]{}#&*!|>'\"%@`=<";
  private static final String FLOW = ",[]{}";

  private Quoting() {}

  /**
   * A text in one line.
   *
   * @param flow whether it stands within brackets or braces
   */
  public static String value(String text, boolean flow) {
    boolean guessed = GUESSED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    return !guessed && isPlain(text, flow) ? text : quoted(text);
  }

  /** A key; those that look like numbers need no quotes, as keys are texts to us. */
  static String key(String text, boolean flow) {
    return isPlain(text, flow) && !text.equals("~") ? text : quoted(text);
  }

  private static boolean isPlain(String text, boolean flow) {
    if (text.isEmpty()
        || text.startsWith("...")
        || NOT_FIRST.indexOf(text.charAt(0)) >= 0
        || Character.isWhitespace(text.charAt(0))
        || Character.isWhitespace(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int next = i < text.length() ? text.charAt(i) : ' ';
      boolean ends = next == ' ' || (flow && FLOW.indexOf(next) >= 0);
      if (!isPrintable(c)
          || (c == ':' && ends)
          || (c == ' ' && next == '#')
          || (flow && FLOW.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text of several lines can stand as a literal block and survive editors, which like to
   * cut blanks at line ends.
   */
  static boolean isLiteral(String text) {
    if (text.indexOf('\n') < 0 || text.endsWith("\n\n") || text.strip().isEmpty()) {
      return false;
    }
    if (Character.isWhitespace(text.charAt(0))) {
      return false;
    }
    return text.lines().noneMatch(l -> !l.equals(l.stripTrailing()))
        && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
  }

  private static boolean isPrintable(int c) {
    return (c >= 0x20 && c <= 0x7e)
        || (c >= 0xa0
            && c != 0x2028
            && c != 0x2029
            && c != 0xfeff
            && (c & 0xfffe) != 0xfffe
            && Character.getType(c) != Character.FORMAT
            && Character.getType(c) != Character.SURROGATE
            && Character.getType(c) != Character.SPACE_SEPARATOR);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                  if (isPrintable(c)) {
                    out.appendCodePoint(c);
                  } else if (c > 0xffff) {
                    out.append(String.format(Locale.ROOT, "\\U%08x", c));
                  } else {
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
