package dev.plumbline.importers.yaratext;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.findings.FileFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Reads which files match which rules of YARA. The text has no mark of its own: the file is named
 * for the tool.
 */
public final class YaraTextImporter implements Importer {
  private static final BoundedPattern MATCH =
      BoundedPattern.compile("([A-Za-z_]\\w{0,127})(?: \\[[^\\]]{0,2000}\\]){0,3} (\\S.{0,4000})");

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(YaraTextImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    String text = head.text();
    int end = text.indexOf('\n');
    return head.name().contains("yara")
        && end > 0
        && MATCH.matcher(text.substring(0, end)).matches();
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    FileFindings findings = new FileFindings();
    Lines.readWhole(
        in,
        (line, number) -> {
          if (line.isBlank()) {
            return;
          }
          Matcher match = MATCH.matcher(line);
          if (match.matches()) {
            findings.add(
                new Finding(match.group(1), "", Severity.UNKNOWN, match.group(2), List.of()));
          } else if (line.startsWith("error") || line.startsWith("warning")) {
            reading.leftOut("a file or rule that YARA could not read", number);
          } else if (!line.startsWith("0x")) {
            throw new MalformedImportException("a line is no match of a rule", number, 0);
          }
        });
    reading.ran(ToolRun.UNTOLD);
    findings.tell(reading, Tried.UNTOLD.scope("rules that matched"));
  }
}
