package dev.plumbline.importers.niktojson;

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
import tools.jackson.databind.JsonNode;

/** Reads the items of Nikto: one host, or a list of hosts. Its JSON does not tell what it tried. */
public final class NiktoJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(NiktoJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/host", "/port", "/banner", "/vulnerabilities")
        || shape.has("/*/host", "/*/port", "/*/banner", "/*/vulnerabilities");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Nikto nikto = new Nikto(reading);
    JsonInput.read(in, Map.of("", nikto::file));
    if (!nikto.any) {
      throw new MalformedImportException("it has no host of Nikto");
    }
    HeldFacts facts = new HeldFacts();
    nikto.findings.tell(facts, Tried.UNTOLD.scope("the site's root, by Nikto's list of tests"));
    facts.tell(reading);
    reading.ran(ToolRun.UNTOLD);
  }

  private static final class Nikto {
    private final Reading reading;
    private final EndpointFindings findings = new EndpointFindings();
    private boolean any;

    Nikto(Reading reading) {
      this.reading = reading;
    }

    void file(JsonNode part, int line) {
      if (part.isArray()) {
        part.forEach(host -> host(host));
      } else {
        host(part);
      }
    }

    private void host(JsonNode part) {
      if (!part.path("vulnerabilities").isArray()) {
        return;
      }
      any = true;
      String address = first(part, "ip", "host");
      if (!reading.ofDevice(address)) {
        return;
      }
      String subject = Scopes.of(address, "tcp", text(part, "port"));
      findings.looked(subject);
      for (JsonNode item : part.path("vulnerabilities")) {
        String references = text(item, "references");
        findings.add(
            subject,
            new Finding(
                text(item, "id"),
                text(item, "msg"),
                Severity.UNKNOWN,
                text(item, "url").split("\\?", 2)[0],
                references.isBlank() ? List.of() : List.of(references.split("[\\s,]+"))));
      }
    }
  }
}
