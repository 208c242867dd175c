package dev.plumbline.client.ports;

/** The first line of what a peer said, for people. */
public final class FirstLine {
  private static final int MOST = 250;

  private FirstLine() {}

  /**
   * The first line that says something, with control characters escaped.
   *
   * @param heard bytes as Latin-1, a character each
   */
  public static String of(String heard) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < heard.length() && shown.length() < MOST; i++) {
      char c = heard.charAt(i);
      boolean lineEnds = c == '\n' || c == '\r';
      if (lineEnds && !shown.isEmpty()) {
        break;
      }
      if (!lineEnds) {
        shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\x%02x", (int) c));
      }
    }
    return shown.toString();
  }
}
