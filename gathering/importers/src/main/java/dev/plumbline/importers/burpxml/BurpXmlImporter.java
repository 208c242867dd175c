package dev.plumbline.importers.burpxml;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the issues of Burp Suite. The export does not say what was scanned, so that endpoints
 * without an issue are not in it.
 */
public final class BurpXmlImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(BurpXmlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return head.has("<issues burpVersion=");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    EndpointFindings findings = new EndpointFindings();
    String[] version = {""};
    XmlInput.read(
        in,
        new XmlRecords(
            "issues",
            Map.of(
                "issue", r -> issue(r, reading, findings),
                "issues", r -> version[0] = r.attribute("burpVersion"))));
    HeldFacts facts = new HeldFacts();
    findings.tell(facts, Tried.UNTOLD.scope("issues that were chosen for export"));
    facts.tell(reading);
    reading.ran(new ToolRun(version[0], "", "", Optional.empty()));
  }

  private static void issue(XmlRecord record, Reading reading, EndpointFindings findings) {
    Optional<Urls> url = Urls.parse(record.text("host"));
    if (url.isEmpty() || url.get().port() == 0) {
      reading.leftOut("an issue without a host", record.line());
      return;
    }
    String ip = record.text("host@ip");
    Urls at = url.get();
    String address = ip.isEmpty() ? at.host() : ip;
    if (!reading.ofDevice(address)) {
      return;
    }
    String where =
        record.text("location").isEmpty() ? record.text("path") : record.text("location");
    findings.add(
        Endpoint.tcp(address, at.port()).toString(),
        new Finding(
            record.text("type"),
            record.text("name"),
            Severity.of(record.text("severity")),
            where.split("\\?", 2)[0],
            record.all("vulnerabilityClassifications")));
  }
}
