package dev.plumbline.importers.nessusxml;

import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.TableFindings;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.reading.Table;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** The table of Nessus, which says neither which plugins ran nor whether it is whole. */
final class NessusTable {
  private NessusTable() {}

  static boolean begins(String head) {
    return Table.begins(head, "Plugin ID", "Risk", "Host", "Protocol", "Port", "Name");
  }

  static void read(InputStream in, ScanReport report) throws IOException, MalformedImportException {
    TableFindings findings = new TableFindings();
    Table.read(
        in,
        (row, line) -> {
          String host = row.get("Host");
          if (!host.isEmpty() && report.ofDevice(host)) {
            String transport = row.get("Protocol").toLowerCase(Locale.ROOT);
            ScannerSeverity severity = ScannerSeverity.of(row.get("Risk"));
            findings.row(
                Scopes.of(host, transport, row.get("Port")),
                new ScannerFinding(row.get("Plugin ID"), row.get("Name"), severity, "", List.of()),
                row.get("CVE"));
          }
        });
    findings.addTo(report);
    report.tried(Tried.UNTOLD.scope("plugins that reported something"));
  }
}
