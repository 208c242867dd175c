package dev.plumbline.importers.zapxml;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the alerts of ZAP, by site. */
public final class ZapXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return head.has("<OWASPZAPReport");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    String[] version = {""};
    XmlInput.read(
        in,
        new XmlRecords(
            "OWASPZAPReport",
            Map.of(
                "alertitem", r -> alert(r, report),
                "OWASPZAPReport", r -> version[0] = r.attribute("version")),
            (name, attributes) -> {
              if (name.equals("site")) {
                report.endpoint(attributes.getOrDefault("name", "")).ifPresent(report::looked);
              }
            }));
    report.tried(Tried.UNTOLD.scope("sites that ZAP visited, by its scan policy"));
    report.ran(new ToolRun(version[0], "", "", Optional.empty()));
  }

  private static void alert(XmlRecord record, ScanReport report) {
    String cwe = record.text("cweid");
    ScannerFinding finding =
        new ScannerFinding(
            record.text("pluginid"),
            record.text("name").isEmpty() ? record.text("alert") : record.text("name"),
            ScannerSeverity.ofNumber(record.text("riskcode"), 3),
            Scopes.where(record.text("instances/instance/uri")),
            cwe.matches("\\d+") ? List.of("CWE-" + cwe) : List.of());
    report.endpoint(record.around("site", "name")).ifPresent(s -> report.add(s, finding));
  }
}
