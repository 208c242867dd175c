package dev.plumbline.app.importing;

import dev.plumbline.app.importing.Exchanging.Imported;
import dev.plumbline.exchange.Conflict;
import dev.plumbline.exchange.Delivery;
import dev.plumbline.exchange.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An import told table by table, and what of a file is not in the dossier, in full. */
public final class ImportSummary {
  private static final int MOST_CONFLICTS = 20;

  private ImportSummary() {}

  /** Taken, left and changed, one line a table. */
  public static List<String> lines(Imported imported) {
    List<String> lines = new ArrayList<>();
    lines.add(row("Table", "rows", "taken", "left", "lost", "changed"));
    int[] sums = new int[4];
    for (Delivery.Count c : imported.counts()) {
      long changed = imported.changed(c.table());
      lines.add(
          row(
              c.table().isEmpty() ? "in no table" : c.table(),
              number(c.rows()),
              number(c.taken()),
              number(c.left()),
              number(c.lost()),
              number(changed)));
      sums[0] += c.rows();
      sums[1] += c.taken();
      sums[2] += c.left();
      sums[3] += c.lost();
    }
    lines.add(
        row(
            "all",
            number(sums[0]),
            number(sums[1]),
            number(sums[2]),
            number(sums[3]),
            number(imported.changes().size())));
    return lines;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "  %-16s %6s %7s %6s %6s %9s", cells).stripTrailing();
  }

  private static String number(long n) {
    return n == 0 ? "-" : Long.toString(n);
  }

  /** What file and dossier both changed since the last import, side by side. */
  public static List<String> conflicts(Imported imported) {
    List<String> lines = new ArrayList<>();
    for (Conflict c : imported.conflicts().stream().limit(MOST_CONFLICTS).toList()) {
      lines.add(c.table() + " " + c.row() + " " + c.key() + ": changed here and in the file");
      lines.add("  dossier  " + oneLine(c.mine()) + " (" + c.here() + ")");
      lines.add("  file     " + oneLine(c.theirs()) + " (" + c.there() + ")");
    }
    int more = imported.conflicts().size() - MOST_CONFLICTS;
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return lines;
  }

  private static String oneLine(String text) {
    String line = text.replace('\n', ' ');
    return line.isEmpty()
        ? "(empty)"
        : line.length() <= 160 ? line : line.substring(0, 157) + "...";
  }

  /** Every text that is not in the dossier, whole, as Markdown. */
  public static String left(Imported imported) {
    StringBuilder text = new StringBuilder("# Texts that are not in the dossier\n");
    for (Told t : imported.told()) {
      if (t.isLeft()) {
        text.append("\n## ")
            .append(t.place())
            .append(t.kind() == Told.Kind.LOST ? " (an answer)" : "")
            .append("\n\n")
            .append(t.why())
            .append(":\n\n");
        t.text().lines().forEach(l -> text.append("    ").append(l).append('\n'));
      }
    }
    return text.toString();
  }
}
