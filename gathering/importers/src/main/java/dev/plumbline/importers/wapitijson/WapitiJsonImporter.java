package dev.plumbline.importers.wapitijson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the findings of Wapiti, whose target stands at the end of its file. */
public final class WapitiJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(WapitiJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    if (head.text().stripLeading().startsWith("<")) {
      return head.has("<report", "<report_infos>", "generatorName") && head.has("apiti");
    }
    JsonShape shape = JsonShape.of(head);
    return shape.has("/vulnerabilities", "/anomalies")
        || shape.has("/classifications", "/vulnerabilities")
        || shape.has("/infos/target", "/vulnerabilities");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(1);
    int first = buffered.read();
    buffered.reset();
    if (first == '<') {
      new WapitiXml(reading).read(buffered);
      return;
    }
    Wapiti wapiti = new Wapiti();
    JsonInput.read(
        buffered,
        Map.of(
            "/vulnerabilities", (part, line) -> wapiti.section(part),
            "/anomalies", (part, line) -> wapiti.section(part),
            "/additionals", (part, line) -> wapiti.section(part),
            "/infos", (part, line) -> wapiti.infos = Optional.of(part)));
    JsonNode infos =
        wapiti.infos.orElseThrow(() -> new MalformedImportException("it does not tell its target"));
    String target = text(infos, "target");
    HeldFacts facts = new HeldFacts();
    Optional<String> subject = Scopes.ofUrl(reading, target);
    if (subject.isPresent()) {
      EndpointFindings findings = new EndpointFindings();
      findings.looked(subject.get());
      wapiti.found.forEach(f -> findings.add(subject.get(), f));
      Tried tried =
          Tried.UNTOLD
              .scope(text(infos, "scope"))
              .tests("modules of the run, which the file does not list");
      JsonNode pages = infos.path("crawled_pages_nbr");
      findings.tell(facts, pages.isNumber() ? tried.pages(pages.asLong()) : tried);
    }
    facts.tell(reading);
    reading.ran(
        new ToolRun(
            text(infos, "version").replaceFirst("^\\D+", ""),
            "",
            target.split("\\?", 2)[0],
            Optional.empty()));
  }

  private static final class Wapiti {
    private static final List<Severity> LEVELS =
        List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    private final List<Finding> found = new ArrayList<>();
    private Optional<JsonNode> infos = Optional.empty();

    void section(JsonNode part) {
      for (Map.Entry<String, JsonNode> category : part.properties()) {
        for (JsonNode entry : category.getValue()) {
          String level = text(entry, "level");
          String parameter = text(entry, "parameter");
          String path = text(entry, "path").split("\\?", 2)[0];
          List<String> references = new ArrayList<>();
          entry.path("wstg").forEach(w -> references.add(text(w)));
          found.add(
              new Finding(
                  text(entry, "module").isEmpty() ? category.getKey() : text(entry, "module"),
                  category.getKey(),
                  level.matches("[0-4]") ? LEVELS.get(Integer.parseInt(level)) : Severity.UNKNOWN,
                  parameter.isEmpty() ? path : path + " " + parameter,
                  references));
        }
      }
    }
  }
}
