package dev.plumbline.importers.nessusxml;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.reading.Beginning;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the findings of Nessus; a host whose scan has no end is not finished. */
public final class NessusXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return head.has("<NessusClientData_v2") || NessusTable.begins(head.text());
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Beginning beginning = Beginning.of(in);
    if (NessusTable.begins(beginning.text())) {
      NessusTable.read(beginning.file(), report);
      return;
    }
    Nessus nessus = new Nessus(report);
    XmlInput.read(
        beginning.file(),
        new XmlRecords(
            "NessusClientData_v2",
            Map.of("HostProperties", nessus::host, "ReportItem", nessus::item)));
    nessus.finish();
  }

  private static final class Nessus {
    private final ScanReport report;
    private final Set<String> plugins = new TreeSet<>();
    private String name = "";
    private String address = "";
    private boolean ours;
    private boolean unfinished;

    Nessus(ScanReport report) {
      this.report = report;
    }

    void host(XmlRecord record) {
      Map<String, String> tags = record.byAttribute("tag", "name");
      name = record.around("ReportHost", "name");
      address = tags.getOrDefault("host-ip", name);
      ours = report.ofDevice(address);
      if (ours) {
        report.looked("address/" + address);
        unfinished |= !tags.containsKey("HOST_END");
      }
    }

    void item(XmlRecord record) {
      String host = record.around("ReportHost", "name");
      if (!host.equals(name)) {
        // A host without properties is known by its name alone.
        name = host;
        address = host;
        ours = report.ofDevice(host);
        unfinished |= ours;
      }
      if (!ours) {
        return;
      }
      plugins.add(record.attribute("pluginID"));
      List<String> references = new ArrayList<>(record.all("cve"));
      references.addAll(record.all("see_also"));
      report.add(
          Scopes.of(address, record.attribute("protocol"), record.attribute("port")),
          new ScannerFinding(
              record.attribute("pluginID"),
              record.attribute("pluginName"),
              ScannerSeverity.ofNumber(record.attribute("severity"), 4),
              record.attribute("svc_name"),
              references));
    }

    void finish() {
      report.tried(Tried.UNTOLD.plugins(plugins.size()).scope("plugins that reported something"));
      if (unfinished) {
        report.unfinished("Nessus did not come to the end of the host");
      }
    }
  }
}
