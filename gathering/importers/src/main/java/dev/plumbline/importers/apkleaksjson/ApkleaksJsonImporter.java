package dev.plumbline.importers.apkleaksjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
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
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads kinds of secrets that APKLeaks found in the app of the device; never what was found. */
public final class ApkleaksJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.members().equals(Set.of("package", "results"))
        && (shape.has("/results/*/name", "/results/*/matches") || !shape.has("/results/*"));
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    App app = new App(report);
    JsonInput.read(
        in, Map.of("/package", (part, line) -> app.name = text(part), "/results/*", app::result));
    if (app.name.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "it does not name the app");
    }
    report.ofFiles("patterns that matched, in the app " + app.name);
    report.ran(new ToolRun("", "", app.name, Optional.empty()));
  }

  private static final class App {
    private final ScanReport report;
    private String name = "";

    App(ScanReport report) {
      this.report = report;
    }

    void result(JsonNode part, int line) throws MalformedImportException {
      String kind = text(part, "name");
      if (kind.isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a result has no name", line, 0);
      }
      report.add(
          ScanReport.DUT,
          new ScannerFinding(
              kind,
              part.path("matches").size() + " matches in the app",
              ScannerSeverity.UNKNOWN,
              "app",
              List.of()));
    }
  }
}
