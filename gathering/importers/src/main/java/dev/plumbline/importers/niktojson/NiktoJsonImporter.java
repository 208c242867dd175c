package dev.plumbline.importers.niktojson;

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
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the items of Nikto: one host, or a list of hosts. Its JSON does not tell what it tried. */
public final class NiktoJsonImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/host", "/port", "/banner", "/vulnerabilities")
        || shape.has("/*/host", "/*/port", "/*/banner", "/*/vulnerabilities");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Nikto nikto = new Nikto(report);
    JsonInput.read(in, Map.of("", nikto::file));
    if (!nikto.any) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it has no host of Nikto");
    }
    report.tried(Tried.UNTOLD.scope("the site's root, by Nikto's list of tests"));
  }

  private static final class Nikto {
    private final ScanReport report;
    private boolean any;

    Nikto(ScanReport report) {
      this.report = report;
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
      if (!report.ofDevice(address)) {
        return;
      }
      String subject = Scopes.of(address, "tcp", text(part, "port"));
      report.looked(subject);
      for (JsonNode item : part.path("vulnerabilities")) {
        String references = text(item, "references");
        report.add(
            subject,
            new ScannerFinding(
                text(item, "id"),
                text(item, "msg"),
                ScannerSeverity.UNKNOWN,
                Scopes.withoutQuery(text(item, "url")),
                references.isBlank() ? List.of() : List.of(references.split("[\\s,]+"))));
      }
    }
  }
}
