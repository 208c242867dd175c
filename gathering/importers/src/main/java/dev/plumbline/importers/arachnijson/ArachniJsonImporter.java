package dev.plumbline.importers.arachnijson;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the issues of Arachni; without the time of its end it was stopped. */
public final class ArachniJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(ArachniJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/version", "/options")
        && (shape.has("/sitemap") || shape.has("/options/checks"))
        && !shape.has("/runs");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Arachni arachni = new Arachni();
    JsonInput.read(
        in,
        Map.of(
            "/version", (part, line) -> arachni.version = text(part),
            "/options/url", (part, line) -> arachni.url = text(part),
            "/options/checks", (part, line) -> arachni.checks = texts(part),
            "/finish_datetime", (part, line) -> arachni.finished = !text(part).isEmpty(),
            "/issues/*", (part, line) -> arachni.issue(part)));
    if (arachni.url.isEmpty()) {
      throw new MalformedImportException("it does not tell its target");
    }
    HeldFacts facts = new HeldFacts();
    Scopes.ofUrl(reading, arachni.url).ifPresent(subject -> arachni.tell(subject, facts));
    facts.tell(reading);
    reading.ran(new ToolRun(arachni.version, "", arachni.url.split("\\?", 2)[0], Optional.empty()));
  }

  private static final class Arachni {
    private final List<Finding> found = new ArrayList<>();
    private String version = "";
    private String url = "";
    private List<String> checks = List.of();
    private boolean finished;

    void issue(JsonNode part) {
      String input = text(part, "vector", "affected_input_name");
      String where = Scopes.where(text(part, "vector", "url"));
      String cwe = text(part, "cwe");
      found.add(
          new Finding(
              text(part, "check", "shortname"),
              text(part, "name"),
              Severity.of(text(part, "severity")),
              input.isEmpty() ? where : where + " " + input,
              cwe.isEmpty() ? List.of() : List.of("CWE-" + cwe)));
    }

    void tell(String subject, HeldFacts facts) {
      EndpointFindings findings = new EndpointFindings();
      findings.looked(subject);
      found.forEach(f -> findings.add(subject, f));
      Tried tried = Tried.UNTOLD.tests(checks).scope(Scopes.where(url));
      if (finished) {
        findings.tell(facts, tried);
      } else {
        findings.tellUnfinished(facts, tried, "Arachni did not come to its end");
      }
    }
  }
}
