package dev.plumbline.importers.sarif;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads SARIF 2.1.0 of any tool. Results at a URL are of that endpoint; results in files are of the
 * device's software as a whole.
 */
public final class SarifImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/runs", "/version")
        && (shape.text("/$schema").contains("sarif") || shape.has("/runs/*/tool/driver"));
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Sarif sarif = new Sarif(report);
    JsonInput.read(
        in,
        Map.of(
            "/version", (part, line) -> sarif.known = text(part).startsWith("2."),
            "/runs/*/tool/driver", (part, line) -> sarif.driver(part),
            "/runs/*/invocations/*", (part, line) -> sarif.invocation(part),
            "/runs/*/results/*", (part, line) -> sarif.result(part)),
        Set.of("codeFlows", "graphs", "fixes", "webRequest", "webResponse", "stacks"));
    if (!sarif.known) {
      throw new MalformedImportException(ImportRefusal.UNSUPPORTED, "it is no SARIF of version 2");
    }
    sarif.finish();
  }

  private static final class Sarif {
    private final ScanReport report;
    private final Map<String, JsonNode> rules = new HashMap<>();
    private final Set<String> tools = new LinkedHashSet<>();
    private String version = "";
    private boolean known;
    private boolean failed;
    private boolean any;

    Sarif(ScanReport report) {
      this.report = report;
    }

    void driver(JsonNode part) {
      tools.add(text(part, "name"));
      version = first(part, "semanticVersion", "version");
      for (JsonNode rule : part.path("rules")) {
        rules.put(text(rule, "id"), rule);
      }
    }

    void invocation(JsonNode part) {
      failed |= part.has("executionSuccessful") && !Fields.flag(part, "executionSuccessful");
    }

    void result(JsonNode part) {
      any = true;
      String kind = text(part, "kind");
      if (!kind.isEmpty() && !kind.equals("fail") && !kind.equals("open")) {
        return;
      }
      JsonNode place = at(part.path("locations").path(0), "physicalLocation");
      String uri = text(place, "artifactLocation", "uri");
      Optional<Urls> url = Urls.parse(uri).filter(u -> u.scheme().startsWith("http"));
      Optional<String> subject =
          url.isPresent() ? report.endpoint(uri) : Optional.of(ScanReport.DUT);
      String line = text(place, "region", "startLine");
      String where = url.map(Urls::where).orElse(line.isEmpty() ? uri : uri + ":" + line);
      subject.ifPresent(s -> report.add(s, finding(part, where)));
    }

    private ScannerFinding finding(JsonNode part, String where) {
      String id = text(part, "ruleId").isEmpty() ? text(part, "rule", "id") : text(part, "ruleId");
      Optional<JsonNode> rule = Optional.ofNullable(rules.get(id));
      String title = rule.map(r -> text(r, "shortDescription", "text")).orElse("");
      ScannerSeverity scored =
          ScannerSeverity.ofScore(
              rule.map(r -> text(r, "properties", "security-severity")).orElse(""));
      String level = text(part, "level");
      String usual = rule.map(r -> text(r, "defaultConfiguration", "level")).orElse("");
      return new ScannerFinding(
          id,
          title.isEmpty() ? rule.map(r -> text(r, "name")).orElse("") : title,
          scored == ScannerSeverity.UNKNOWN
              ? ScannerSeverity.of(level.isEmpty() ? usual : level)
              : scored,
          where,
          rule.map(r -> List.of(text(r, "helpUri"))).orElse(List.of()));
    }

    void finish() {
      report.tried(Tried.UNTOLD.tests(rules.size()).scope("rules of " + String.join(", ", tools)));
      report.ran(new ToolRun(version, "", "", Optional.empty()));
      if (!any) {
        // Without a result nothing names a host, and rules may be of any part of the product.
        report.ifNothing("the file has no result, and does not say what was looked at");
      }
      if (failed) {
        report.unfinished("the tool says that its run failed");
      }
    }
  }
}
