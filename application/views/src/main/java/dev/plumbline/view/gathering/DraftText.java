package dev.plumbline.view.gathering;

import dev.plumbline.app.draft.Proposal;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows proposals for the IXIT. */
public final class DraftText {
  private static final String INDENT = "       ";

  private DraftText() {}

  /** All, numbered from 1, under the names of their entries. */
  public static List<String> lines(List<Proposal> proposals, Style style) {
    List<String> lines = new ArrayList<>();
    String entry = "";
    int number = 0;
    for (Proposal p : proposals) {
      number++;
      if (!entry.equals(p.table() + "/" + p.row())) {
        entry = p.table() + "/" + p.row();
        lines.add("");
        lines.add(style.bold(Text.safe(entry)) + (p.newRow() ? " (new row)" : ""));
      }
      lines.addAll(lines(number, p));
    }
    return lines;
  }

  /** One with its number, its certainty and its source. */
  public static List<String> lines(int number, Proposal p) {
    return List.of(
        String.format(Locale.ROOT, "%5d  ", number) + Text.safe(p.key() + ": " + value(p.value())),
        Text.wrap(Text.safe(p.certainty().word() + "; " + p.from()), INDENT));
  }

  /** A value as people write it. */
  public static String value(Object value) {
    return value instanceof List<?> l
        ? String.join(", ", l.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  /** All as plain values. */
  public static Map<String, Object> json(List<Proposal> proposals) {
    List<Object> all = new ArrayList<>();
    for (Proposal p : proposals) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("number", all.size() + 1);
      one.put("table", p.table());
      one.put("row", p.row());
      one.put("newRow", p.newRow());
      one.put("key", p.key());
      one.put("value", p.value());
      one.put("certainty", p.certainty().word());
      one.put("from", p.from());
      one.put("observed", p.observed());
      all.add(one);
    }
    return Map.of("proposals", all);
  }
}
