package dev.plumbline.importers.openocdlog;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.trial.Mark;
import java.util.LinkedHashMap;
import java.util.Map;

/** How attempts to write went that the tester marked with {@code plumbline write PARAMETER}. */
final class Writes {
  private static final int MOST = 100;
  private static final BoundedPattern ACCEPTED = BoundedPattern.compile("^wrote \\d+ bytes");

  /** Only what the board refused; a file that was not found or a mistyped command tried nothing. */
  private static final BoundedPattern REFUSED =
      BoundedPattern.compile(
          "(?i)failed to write|error writing|write failed|failed erasing|protected"
              + "|target not examined");

  private final Map<String, String> results = new LinkedHashMap<>();
  private String current = "";

  void mark(Mark mark) {
    current = "";
    if (mark.word().equals("write") && !mark.names().isEmpty() && results.size() < MOST) {
      current = mark.names().getFirst();
      results.putIfAbsent(current, "unknown");
    }
  }

  void line(String line) {
    if (current.isEmpty()) {
      return;
    }
    if (ACCEPTED.matcher(line).find()) {
      results.put(current, "accepted");
    } else if (REFUSED.matcher(line).find()) {
      results.replace(current, "unknown", "refused");
    }
  }

  /** {@code accepted}, {@code refused} or {@code unknown} by id of the parameter. */
  Map<String, String> results() {
    return results;
  }
}
