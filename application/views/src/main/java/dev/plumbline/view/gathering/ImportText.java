package dev.plumbline.view.gathering;

import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.EntryCount;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.view.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was taken from a file of another tool. */
public record ImportText(ImportReport report) {

  /** Whether the file was read. */
  public boolean isRead() {
    return report.read();
  }

  /** What is wrong with the file, or was left out. */
  public List<Problem> problems() {
    return report.problems();
  }

  /** How many facts of each kind were taken. */
  public List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.safe(String.valueOf(file.getFileName()))
            + ": "
            + (report.read()
                ? Text.count(report.observations().size(), "observation")
                    + " from "
                    + report.importer()
                : "not read"));
    if (!report.run().version().isEmpty()) {
      lines.add(Text.wrap(Text.safe("tool version " + report.run().version()), "    "));
    }
    byKey(report).forEach((key, count) -> lines.add(String.format("    %-28s %d", key, count)));
    for (EntryCount c : report.counted()) {
      lines.add(
          Text.wrap(c.what() + ": " + c.held() + " in the file, " + c.kept() + " kept", "    "));
    }
    return lines;
  }

  private static Map<String, Integer> byKey(ImportReport report) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Observation o : report.observations()) {
      counts.merge(o.key(), 1, Integer::sum);
    }
    return counts;
  }
}
