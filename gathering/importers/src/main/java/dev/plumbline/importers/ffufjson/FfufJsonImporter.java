package dev.plumbline.importers.ffufjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.CommandLines;
import dev.plumbline.importers.shared.reading.Fields;
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
import tools.jackson.databind.JsonNode;

/**
 * Reads the paths that ffuf found. It writes the same file when it is stopped early, so that
 * nothing follows from what is not in it.
 */
public final class FfufJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head).has("/commandline", "/time", "/config/url", "/results");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Ffuf ffuf = new Ffuf(report);
    JsonInput.read(
        in,
        Map.of(
            "/commandline", (part, line) -> ffuf.command = text(part),
            "/time", (part, line) -> ffuf.at = text(part),
            "/config/url", (part, line) -> ffuf.target = text(part),
            "/results/*", (part, line) -> ffuf.result(part)));
    if (ffuf.target.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "it does not tell its target");
    }
    ffuf.finish();
  }

  private static final class Ffuf {
    private final ScanReport report;
    private String command = "";
    private String at = "";
    private String target = "";

    Ffuf(ScanReport report) {
      this.report = report;
    }

    void result(JsonNode part) {
      String url = text(part, "url");
      String title = "answers with status " + text(part, "status");
      ScannerFinding finding =
          new ScannerFinding("path", title, ScannerSeverity.INFO, Scopes.where(url), List.of());
      report.endpoint(url).ifPresent(s -> report.add(s, finding));
    }

    void finish() {
      if (report.isEmpty()) {
        report.endpoint(target).ifPresent(report::looked);
      }
      report.tried(Tried.UNTOLD.scope("words that had an answer"));
      report.unfinished("ffuf does not tell whether it came to its end");
      report.ran(
          new ToolRun(
              "", CommandLines.masked(command), Scopes.withoutQuery(target), Fields.moment(at)));
    }
  }
}
