package dev.plumbline.importers.arachnijson;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the issues of Arachni; without the time of its end it was stopped. */
public final class ArachniJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/version", "/options")
        && (shape.has("/sitemap") || shape.has("/options/checks"))
        && !shape.has("/runs");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Arachni arachni = new Arachni(report);
    JsonInput.read(
        in,
        Map.of(
            "/version", (part, line) -> arachni.version = text(part),
            "/options/url", (part, line) -> arachni.url = text(part),
            "/options/checks", (part, line) -> arachni.checks = texts(part),
            "/finish_datetime", (part, line) -> arachni.finished = !text(part).isEmpty(),
            "/issues/*", (part, line) -> arachni.issue(part)));
    arachni.finish();
  }

  private static final class Arachni {
    private final ScanReport report;
    private String version = "";
    private String url = "";
    private List<String> checks = List.of();
    private boolean finished;

    Arachni(ScanReport report) {
      this.report = report;
    }

    void issue(JsonNode part) {
      String input = text(part, "vector", "affected_input_name");
      String where = Scopes.where(text(part, "vector", "url"));
      String cwe = text(part, "cwe");
      report.addAtTarget(
          new ScannerFinding(
              text(part, "check", "shortname"),
              text(part, "name"),
              ScannerSeverity.of(text(part, "severity")),
              input.isEmpty() ? where : where + " " + input,
              cwe.isEmpty() ? List.of() : List.of("CWE-" + cwe)));
    }

    void finish() throws MalformedImportException {
      if (url.isEmpty()) {
        throw new MalformedImportException(ImportRefusal.MALFORMED, "it does not tell its target");
      }
      report.target(url);
      report.tried(Tried.UNTOLD.tests(checks).scope(Scopes.where(url)));
      report.ran(new ToolRun(version, "", Scopes.withoutQuery(url), Optional.empty()));
      if (!finished) {
        report.unfinished("Arachni did not come to its end");
      }
    }
  }
}
