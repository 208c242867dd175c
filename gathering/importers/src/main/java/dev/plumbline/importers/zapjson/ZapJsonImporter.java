package dev.plumbline.importers.zapjson;

import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;

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

/** Reads the alerts of ZAP, by site. */
public final class ZapJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/@version", "/@generated", "/site");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Zap zap = new Zap(report);
    JsonInput.read(
        in,
        Map.of(
            "/@version", (part, line) -> zap.version = text(part),
            "/site/*/@name", (part, line) -> zap.site(text(part)),
            "/site/*/alerts/*", (part, line) -> zap.alert(part)));
    if (zap.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the ZAP that wrote it");
    }
    report.tried(Tried.UNTOLD.scope("sites that ZAP visited, by its scan policy"));
    report.ran(new ToolRun(zap.version, "", "", Optional.empty()));
  }

  private static final class Zap {
    private final ScanReport report;
    private String version = "";
    private Optional<String> subject = Optional.empty();

    Zap(ScanReport report) {
      this.report = report;
    }

    void site(String url) {
      subject = report.endpoint(url);
      subject.ifPresent(report::looked);
    }

    void alert(JsonNode part) {
      String cwe = text(part, "cweid");
      ScannerFinding finding =
          new ScannerFinding(
              text(part, "pluginid"),
              first(part, "name", "alert"),
              ScannerSeverity.ofNumber(text(part, "riskcode"), 3),
              Scopes.where(text(part.path("instances").path(0), "uri")),
              cwe.matches("\\d+") ? List.of("CWE-" + cwe) : List.of());
      subject.ifPresent(s -> report.add(s, finding));
    }
  }
}
