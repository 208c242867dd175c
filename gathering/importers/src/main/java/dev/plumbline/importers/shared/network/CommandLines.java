package dev.plumbline.importers.shared.network;

import dev.plumbline.core.BoundedPattern;

/** Command lines as they are kept: without the secrets that tools were given. */
public final class CommandLines {
  private static final int LONGEST = 2_000;
  private static final BoundedPattern SECRET =
      BoundedPattern.compile(
          "(?i)((?:--?|\\b)(?:[\\w.-]*(?:pass(?:word|wd|phrase)?|secret|token|api-?key|cookie"
              + "|auth(?:orization)?|credentials?))(?:\\s*[=:]\\s*|\\s+))(\"[^\"]*\"|'[^']*'|[^\\s,]+)");
  private static final BoundedPattern IN_URL = BoundedPattern.compile("(://)[^/\\s@]+@");

  private CommandLines() {}

  /** The command with the values of options that carry secrets left out. */
  public static String masked(String command) {
    String shown = command.length() > LONGEST ? command.substring(0, LONGEST) + "…" : command;
    String masked = SECRET.matcher(shown).replaceAll("$1[redacted]");
    return IN_URL.matcher(masked).replaceAll("$1[redacted]@");
  }
}
