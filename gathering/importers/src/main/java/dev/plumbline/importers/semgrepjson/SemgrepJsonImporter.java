package dev.plumbline.importers.semgrepjson;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what Semgrep found in source text. */
public final class SemgrepJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SemgrepJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/results/*/check_id", "/results/*/extra/severity")
        || shape.has("/results", "/errors", "/paths/scanned", "/version");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Semgrep semgrep = new Semgrep();
    JsonInput.read(
        in,
        Map.of(
            "/version", (part, line) -> semgrep.version = text(part),
            "/paths/scanned/*", (part, line) -> semgrep.files++,
            "/results/*", semgrep::result),
        Set.of("dataflow_trace", "metavars", "lines"));
    if (semgrep.version.isEmpty()) {
      throw new MalformedImportException("it does not name the Semgrep that wrote it");
    }
    reading.ran(new ToolRun(semgrep.version, "", "", Optional.empty()));
    semgrep.findings.tell(
        reading, Tried.UNTOLD.scope("rules that matched, in " + semgrep.files + " files"));
  }

  private static final class Semgrep {
    private final FileFindings findings = new FileFindings();
    private String version = "";
    private long files;

    void result(JsonNode part, int line) throws MalformedImportException {
      String rule = text(part, "check_id");
      if (rule.isEmpty()) {
        throw new MalformedImportException("a result names no rule", line, 0);
      }
      JsonNode extra = part.path("extra");
      String at = text(part, "start", "line");
      List<String> references = new ArrayList<>(Fields.texts(extra, "metadata", "cwe"));
      references.addAll(Fields.texts(extra, "metadata", "references"));
      findings.add(
          new Finding(
              rule,
              text(extra, "message"),
              Severity.of(text(extra, "severity")),
              at.isEmpty() ? text(part, "path") : text(part, "path") + ":" + at,
              references));
    }
  }
}
