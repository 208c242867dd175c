package dev.plumbline.importers.cwecheckerjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what cwe_checker found in a binary, which the file does not name. */
public final class CweCheckerJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    if ("[]".equals(head.text().strip())) {
      return head.name().contains("cwe_checker");
    }
    return JsonShape.of(head)
        .has("/*/name", "/*/addresses", "/*/tids", "/*/symbols", "/*/description");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    report.ofFiles("checks that reported something, in one binary");
    JsonInput.readList(in, (part, line) -> report.add(ScanReport.DUT, finding(part, line)));
  }

  private static ScannerFinding finding(JsonNode part, int line) throws MalformedImportException {
    String name = text(part, "name");
    if (name.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "a warning has no name", line, 0);
    }
    List<String> places = new ArrayList<>(Fields.texts(part, "symbols"));
    places.addAll(Fields.texts(part, "addresses"));
    return new ScannerFinding(
        name,
        text(part, "description"),
        ScannerSeverity.UNKNOWN,
        String.join(" ", places),
        name.startsWith("CWE") ? List.of(name.replaceFirst("^CWE-?", "CWE-")) : List.of());
  }
}
