package dev.plumbline.importers.shared.findings;

import dev.plumbline.observation.network.ScanFindings;
import java.util.List;
import java.util.Optional;

/**
 * One finding of a scanner.
 *
 * @param id the scanner's name for the test
 * @param where path, parameter or component; never what was sent or answered
 * @param references such as CVE and CWE numbers
 */
public record ScannerFinding(
    String id, String title, ScannerSeverity severity, String where, List<String> references) {
  private static final int LONGEST = 300;
  private static final int MOST_REFERENCES = 20;

  public ScannerFinding {
    id = cut(id);
    title = cut(title);
    where = cut(where);
    references =
        references.stream()
            .filter(r -> !r.isBlank())
            .map(ScannerFinding::cut)
            .distinct()
            .limit(MOST_REFERENCES)
            .toList();
  }

  /** The same finding with these references. */
  ScannerFinding references(List<String> all) {
    return new ScannerFinding(id, title, severity, where, all);
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  ScanFindings.Finding fact() {
    return new ScanFindings.Finding(
        id, Optional.of(title), severity.word(), Optional.of(where), Optional.of(references));
  }
}
