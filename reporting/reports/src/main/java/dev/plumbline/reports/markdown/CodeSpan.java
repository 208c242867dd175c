package dev.plumbline.reports.markdown;

import dev.plumbline.reports.Visible;

/**
 * Text from a device or a dossier in Markdown, as a code span: nothing in it is markup, a link, a
 * mention of somebody or a reference. Fit for running text and lists, not for tables.
 */
public final class CodeSpan {
  private CodeSpan() {}

  /**
   * The text.
   *
   * @param limit longest text, in characters
   */
  public static String of(String foreign, int limit) {
    String line = Visible.of(foreign, limit).replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return "(nothing)";
    }
    String fence = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`");
    String blank = padded ? " " : "";
    return fence + blank + line + blank + fence;
  }

  private static int longestRun(String line) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
