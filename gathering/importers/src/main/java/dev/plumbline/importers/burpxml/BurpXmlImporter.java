package dev.plumbline.importers.burpxml;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
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
public final class BurpXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return head.has("<issues burpVersion=");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    String[] version = {""};
    XmlInput.read(
        in,
        new XmlRecords(
            "issues",
            Map.of(
                "issue", r -> issue(r, report),
                "issues", r -> version[0] = r.attribute("burpVersion"))));
    report.tried(Tried.UNTOLD.scope("issues that were chosen for export"));
    report.ran(new ToolRun(version[0], "", "", Optional.empty()));
  }

  private static void issue(XmlRecord record, ScanReport report) {
    Optional<Urls> url = Urls.parse(record.text("host"));
    if (url.isEmpty() || url.get().port() == 0) {
      report.leftOut("an issue without a host", record.line());
      return;
    }
    String ip = record.text("host@ip");
    Urls at = url.get();
    String address = ip.isEmpty() ? at.host() : ip;
    if (!report.ofDevice(address)) {
      return;
    }
    String where =
        record.text("location").isEmpty() ? record.text("path") : record.text("location");
    report.add(
        Endpoint.tcp(address, at.port()).toString(),
        new ScannerFinding(
            record.text("type"),
            record.text("name"),
            ScannerSeverity.of(record.text("severity")),
            Scopes.withoutQuery(where),
            record.all("vulnerabilityClassifications")));
  }
}
