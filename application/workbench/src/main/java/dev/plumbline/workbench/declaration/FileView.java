package dev.plumbline.workbench.declaration;

import dev.plumbline.reports.Visible;
import java.util.List;
import java.util.Optional;

/**
 * A part of the maker's file, as it stands there.
 *
 * @param file relative to the dossier
 * @param lines which lines of the file are shown, such as {@code lines 12 to 40 of 210}
 * @param before the lines above those that the form is about
 * @param here the lines that the form is about
 * @param after the lines below
 */
public record FileView(String file, String lines, String before, String here, String after) {
  private static final int CONTEXT = 3;
  private static final int MOST = 200;
  private static final int LONGEST = 20_000;

  /** Those lines of a text with a few around them; its beginning where there are none. */
  static FileView of(String file, Optional<String> text, FileLines lines) {
    if (text.isEmpty()) {
      return new FileView(file, "is not there yet", "", "", "");
    }
    List<String> all = text.get().lines().toList();
    int first = lines.first() == 0 ? 1 : lines.first();
    int last = lines.first() == 0 ? 0 : Math.min(lines.last(), first + MOST);
    int from = Math.max(1, first - CONTEXT);
    int to =
        Math.min(all.size(), lines.first() == 0 ? 12 * CONTEXT : Math.max(last, first) + CONTEXT);
    return new FileView(
        file,
        "lines " + from + " to " + to + " of " + all.size(),
        part(all, from, first - 1),
        part(all, first, last),
        part(all, last + 1 > first ? last + 1 : first, to));
  }

  private static String part(List<String> all, int from, int to) {
    return from > to || from > all.size()
        ? ""
        : Visible.of(
            String.join("\n", all.subList(from - 1, Math.min(to, all.size()))) + "\n", LONGEST);
  }
}
