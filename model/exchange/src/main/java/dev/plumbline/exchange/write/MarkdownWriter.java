package dev.plumbline.exchange.write;

import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Exact;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.layout.Pack.Row;
import dev.plumbline.exchange.layout.Pack.Sheet;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.source.MarkdownText;
import dev.plumbline.exchange.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes Markdown: one table for the ICS, and for the IXIT one heading an entry and one a column.
 * As one file, or as one for the ICS and one for each table of the IXIT.
 */
public final class MarkdownWriter {
  static final String ICS_FILE = "ICS.md";

  private final Pack pack;
  private final List<String> lines = new ArrayList<>();

  private MarkdownWriter(Pack pack) {
    this.pack = pack;
  }

  /** The whole in one file. */
  public static String whole(Pack pack) {
    MarkdownWriter writer = new MarkdownWriter(pack);
    writer.head(Guide.TITLE);
    pack.sheets().forEach(s -> writer.sheet(s, 2));
    pack.exact().forEach(writer::note);
    return writer.text();
  }

  /** The files of a folder, by name. */
  public static Map<String, String> folder(Pack pack) {
    Map<String, String> files = new LinkedHashMap<>();
    MarkdownWriter ics = new MarkdownWriter(pack);
    ics.head(Guide.TITLE);
    for (Sheet sheet : pack.sheets()) {
      if (sheet.layout().kind() != TableKind.IXIT) {
        ics.sheet(sheet, 2);
      }
    }
    pack.exact().stream()
        .filter(e -> pack.sheet(e.layout()).filter(s -> !isIxit(s)).isPresent())
        .forEach(ics::note);
    files.put(ICS_FILE, ics.text());
    for (Sheet sheet : pack.sheets()) {
      if (isIxit(sheet)) {
        MarkdownWriter table = new MarkdownWriter(pack);
        table.stamp();
        table.sheet(sheet, 1);
        pack.exact().stream()
            .filter(e -> e.layout().equals(sheet.layout().id()))
            .forEach(table::note);
        files.put(sheet.layout().id() + ".md", table.text());
      }
    }
    return files;
  }

  private static boolean isIxit(Sheet sheet) {
    return sheet.layout().kind() == TableKind.IXIT;
  }

  private void stamp() {
    lines.add("<!-- " + Source.stamp(pack.edition().version()) + " -->");
    lines.add("");
  }

  private void head(String title) {
    stamp();
    lines.add("# " + title);
    lines.add("");
    Guide.lines(pack.edition().version())
        .forEach(
            l -> {
              lines.add(MarkdownText.escaped(l));
              lines.add("");
            });
  }

  private void note(Exact exact) {
    lines.add("<!-- " + exact.line() + " -->");
  }

  private void sheet(Sheet sheet, int level) {
    Layout layout = sheet.layout();
    heading(level, (isIxit(sheet) ? "IXIT " : "") + layout.caption());
    lines.add(MarkdownText.escaped(layout.purpose()));
    lines.add("");
    if (isIxit(sheet)) {
      sheet.rows().forEach(r -> entry(layout, r, level + 1));
    } else if (layout.single()) {
      row(Guide.FORM.subList(0, 2));
      lines.add("|---|---|");
      for (Column c : layout.columns()) {
        row(List.of(c.heading(), sheet.rows().getFirst().text(c.key())));
      }
      lines.add("");
    } else {
      row(layout.columns().stream().map(Column::heading).toList());
      lines.add(
          layout.columns().stream().map(c -> "---").collect(Collectors.joining("|", "|", "|")));
      for (Row r : sheet.rows()) {
        row(layout.columns().stream().map(c -> r.text(c.key())).toList());
      }
      lines.add("");
    }
  }

  private void entry(Layout layout, Row row, int level) {
    int below = level;
    if (!layout.single()) {
      heading(level, "ID: " + row.id());
      below = level + 1;
    }
    for (Column column : layout.columns()) {
      String text = row.text(column.key());
      if (column.isId() || text.isEmpty()) {
        continue;
      }
      heading(below, column.heading());
      List<String> parts = text.lines().toList();
      for (int i = 0; i < parts.size(); i++) {
        boolean goesOn =
            i + 1 < parts.size() && !parts.get(i).isEmpty() && !parts.get(i + 1).isEmpty();
        lines.add(MarkdownText.escaped(parts.get(i)) + (goesOn ? "\\" : ""));
      }
      lines.add("");
    }
  }

  private void heading(int level, String text) {
    lines.add("#".repeat(level) + " " + MarkdownText.escaped(text));
    lines.add("");
  }

  private void row(List<String> cells) {
    lines.add(
        cells.stream()
            .map(c -> c.lines().map(MarkdownText::escaped).collect(Collectors.joining("<br>")))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private String text() {
    return String.join("\n", lines).stripTrailing() + "\n";
  }
}
