package dev.plumbline.importers.shared.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of a table that has a row for each reference: rows that differ in that alone are one
 * finding. A table has no end mark, so that nothing follows from what is not in it.
 */
public final class TableFindings {
  private static final int MOST = 20_000;

  private record Key(String subject, ScannerFinding finding) {}

  private final Map<Key, List<String>> references = new LinkedHashMap<>();
  private long more;

  /**
   * Takes a row.
   *
   * @param finding without its references
   * @param cell references, by commas or blanks
   */
  public void row(String subject, ScannerFinding finding, String cell) {
    Key key = new Key(subject, finding);
    if (references.size() >= MOST && !references.containsKey(key)) {
      more++;
    } else {
      references
          .computeIfAbsent(key, k -> new ArrayList<>())
          .addAll(List.of(cell.split("[,\\s]+")));
    }
  }

  /** Adds what the rows tell. */
  public void addTo(ScanReport report) {
    references.forEach((key, all) -> report.add(key.subject(), key.finding().references(all)));
    report.lost(more);
    report.unfinished("a table has no end mark");
  }
}
