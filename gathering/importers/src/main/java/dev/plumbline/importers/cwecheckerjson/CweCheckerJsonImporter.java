package dev.plumbline.importers.cwecheckerjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FileFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what cwe_checker found in a binary, which the file does not name. */
public final class CweCheckerJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(CweCheckerJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    if ("[]".equals(head.text().strip())) {
      return head.name().contains("cwe_checker");
    }
    return JsonShape.of(head)
        .has("/*/name", "/*/addresses", "/*/tids", "/*/symbols", "/*/description");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    FileFindings findings = new FileFindings();
    JsonInput.readList(in, (part, line) -> findings.add(finding(part, line)));
    reading.ran(ToolRun.UNTOLD);
    findings.tell(reading, Tried.UNTOLD.scope("checks that reported something, in one binary"));
  }

  private static Finding finding(JsonNode part, int line) throws MalformedImportException {
    String name = text(part, "name");
    if (name.isEmpty()) {
      throw new MalformedImportException("a warning has no name", line, 0);
    }
    List<String> places = new ArrayList<>(Fields.texts(part, "symbols"));
    places.addAll(Fields.texts(part, "addresses"));
    return new Finding(
        name,
        text(part, "description"),
        Severity.UNKNOWN,
        String.join(" ", places),
        name.startsWith("CWE") ? List.of(name.replaceFirst("^CWE-?", "CWE-")) : List.of());
  }
}
