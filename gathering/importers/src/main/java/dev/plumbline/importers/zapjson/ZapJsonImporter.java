package dev.plumbline.importers.zapjson;

import static dev.plumbline.importers.shared.reading.Fields.first;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the alerts of ZAP, by site. */
public final class ZapJsonImporter implements Importer {
  private static final List<Severity> BY_CODE =
      List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH);
  private static final ImporterSpec SPEC = ImporterSpec.load(ZapJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/@version", "/@generated", "/site");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Zap zap = new Zap(reading);
    JsonInput.read(
        in,
        Map.of(
            "/@version", (part, line) -> zap.version = text(part),
            "/site/*/@name", (part, line) -> zap.site(text(part)),
            "/site/*/alerts/*", (part, line) -> zap.alert(part)));
    if (zap.version.isEmpty()) {
      throw new MalformedImportException("it does not name the ZAP that wrote it");
    }
    HeldFacts facts = new HeldFacts();
    zap.findings.tell(facts, Tried.UNTOLD.scope("sites that ZAP visited, by its scan policy"));
    facts.tell(reading);
    reading.ran(new ToolRun(zap.version, "", "", Optional.empty()));
  }

  private static final class Zap {
    private final Reading reading;
    private final EndpointFindings findings = new EndpointFindings();
    private String version = "";
    private Optional<String> subject = Optional.empty();

    Zap(Reading reading) {
      this.reading = reading;
    }

    void site(String url) {
      subject = Scopes.ofUrl(reading, url);
      subject.ifPresent(findings::looked);
    }

    void alert(JsonNode part) {
      if (subject.isEmpty()) {
        return;
      }
      String code = text(part, "riskcode");
      String cwe = text(part, "cweid");
      findings.add(
          subject.get(),
          new Finding(
              text(part, "pluginid"),
              first(part, "name", "alert"),
              code.matches("[0-3]") ? BY_CODE.get(Integer.parseInt(code)) : Severity.UNKNOWN,
              Scopes.where(text(part.path("instances").path(0), "uri")),
              cwe.matches("\\d+") ? List.of("CWE-" + cwe) : List.of()));
    }
  }
}
