package dev.plumbline.importers.testrunreport;

import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.supply.TestrunResults;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the results of Testrun, whose own verdicts are kept as what they are: another's. */
public final class TestrunReportImporter implements Importer {

  private static final Set<String> OPEN =
      Set.of("", "Not Started", "In Progress", "Error", "Skipped", "Disabled");
  private static final ImporterSpec SPEC = ImporterSpec.load(TestrunReportImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/device/mac_addr", "/status")
        && (shape.has("/testrun") || shape.has("/tests/results") || shape.has("/tests/total"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Report report = new Report();
    JsonInput.read(
        in,
        Map.of(
            "/testrun/version", (part, line) -> report.version = text(part),
            "/device", (part, line) -> report.device = Optional.of(part),
            "/status", (part, line) -> report.status = text(part),
            "/finished", (part, line) -> report.finished = !text(part).isEmpty(),
            "/tests/total", (part, line) -> report.total = part.asLong(-1),
            "/tests/results/*", (part, line) -> report.result(part)));
    JsonNode device =
        report.device.orElseThrow(
            () -> new MalformedImportException(ImportRefusal.MALFORMED, "it names no device"));
    reading.ran(new ToolRun(report.version, "", text(device, "mac_addr"), Optional.empty()));
    if (reading.ofDevice(text(device, "mac_addr"))) {
      HeldFacts facts = new HeldFacts();
      report.tell(device, facts);
      facts.tell(reading);
    }
  }

  private static final class Report {
    private final List<TestrunResults.Result> results = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String version = "";
    private String status = "";
    private Optional<JsonNode> device = Optional.empty();
    private boolean finished;
    private long total = -1;

    void result(JsonNode part) {
      String name = text(part, "name");
      if (OPEN.contains(text(part, "result"))) {
        open.add(name);
        return;
      }
      results.add(
          new TestrunResults.Result(
              Texts.cut(name),
              Texts.cut(text(part, "result")),
              Texts.some(text(part, "required_result")),
              Texts.some(text(part, "description"))));
    }

    void tell(JsonNode about, HeldFacts facts) {
      if (results.isEmpty()) {
        facts.undetermined(TestrunResults.class, "DUT", "no test of the report has a result");
        return;
      }
      facts.seen(
          "DUT",
          new TestrunResults(
              List.copyOf(results),
              Optional.of(status),
              Optional.of(first(about, "firmware")),
              List.copyOf(open),
              results.size(),
              total,
              finished && open.isEmpty() && total == results.size()));
    }
  }
}
