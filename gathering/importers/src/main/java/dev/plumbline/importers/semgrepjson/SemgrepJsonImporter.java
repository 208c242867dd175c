package dev.plumbline.importers.semgrepjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
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
public final class SemgrepJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/results/*/check_id", "/results/*/extra/severity")
        || shape.has("/results", "/errors", "/paths/scanned", "/version");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Semgrep semgrep = new Semgrep(report);
    JsonInput.read(
        in,
        Map.of(
            "/version", (part, line) -> semgrep.version = text(part),
            "/paths/scanned/*", (part, line) -> semgrep.files++,
            "/results/*", semgrep::result),
        Set.of("dataflow_trace", "metavars", "lines"));
    if (semgrep.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Semgrep that wrote it");
    }
    report.ofFiles("rules that matched, in " + semgrep.files + " files");
    report.ran(new ToolRun(semgrep.version, "", "", Optional.empty()));
  }

  private static final class Semgrep {
    private final ScanReport report;
    private String version = "";
    private long files;

    Semgrep(ScanReport report) {
      this.report = report;
    }

    void result(JsonNode part, int line) throws MalformedImportException {
      String rule = text(part, "check_id");
      if (rule.isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a result names no rule", line, 0);
      }
      JsonNode extra = part.path("extra");
      String at = text(part, "start", "line");
      List<String> references = new ArrayList<>(Fields.texts(extra, "metadata", "cwe"));
      references.addAll(Fields.texts(extra, "metadata", "references"));
      report.add(
          ScanReport.DUT,
          new ScannerFinding(
              rule,
              text(extra, "message"),
              ScannerSeverity.of(text(extra, "severity")),
              at.isEmpty() ? text(part, "path") : text(part, "path") + ":" + at,
              references));
    }
  }
}
