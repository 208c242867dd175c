package dev.plumbline.importers.yaratext;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Reads which files match which rules of YARA. The text has no mark of its own: the file is named
 * for the tool.
 */
public final class YaraTextImporter extends FindingsImporter {
  private static final BoundedPattern MATCH =
      BoundedPattern.compile("([A-Za-z_]\\w{0,127})(?: \\[[^\\]]{0,2000}\\]){0,3} (\\S.{0,4000})");

  @Override
  public boolean recognises(Head head) {
    String text = head.text();
    int end = text.indexOf('\n');
    return head.name().contains("yara")
        && end > 0
        && MATCH.matcher(text.substring(0, end)).matches();
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    report.ofFiles("rules that matched");
    Lines.readWhole(
        in,
        (line, number) -> {
          if (line.isBlank()) {
            return;
          }
          Matcher match = MATCH.matcher(line);
          if (match.matches()) {
            report.add(
                ScanReport.DUT,
                new ScannerFinding(
                    match.group(1), "", ScannerSeverity.UNKNOWN, match.group(2), List.of()));
          } else if (line.startsWith("error") || line.startsWith("warning")) {
            report.leftOut("a file or rule that YARA could not read", number);
          } else if (!line.startsWith("0x")) {
            throw new MalformedImportException(
                ImportRefusal.MALFORMED, "a line is no match of a rule", number, 0);
          }
        });
  }
}
