package dev.plumbline.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A name-value map as text: short values beside their name, long ones below it. */
public final class EntryText {
  private EntryText() {}

  public static String of(Map<String, Object> entry) {
    List<String> lines = new ArrayList<>();
    entry.forEach((name, value) -> add(lines, words(name), value));
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, String name, Object value) {
    if (value instanceof Collection<?> items) {
      if (!items.isEmpty()) {
        lines.add(name);
        items.forEach(i -> lines.add(Text.wrap("- " + i, "    ")));
      }
      return;
    }
    String text = value instanceof Boolean b ? (b ? "yes" : "no") : String.valueOf(value);
    if (text.isBlank()) {
      return;
    }
    if (text.length() + 24 <= Text.WIDTH) {
      lines.add(String.format("%-22s  %s", name, text));
    } else {
      lines.add(name);
      lines.add(Text.wrap(text, "    "));
    }
  }

  /** {@code notApplicableAllowed} as {@code Not applicable allowed}. */
  private static String words(String name) {
    String spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
