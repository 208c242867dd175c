package dev.plumbline.importers.openvasxml;

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

/** The table of OpenVAS and Greenbone, which does not say whether it is whole. */
final class OpenvasTable {
  private OpenvasTable() {}

  static boolean begins(String head) {
    return Table.begins(
        head, "IP", "Port", "Port Protocol", "CVSS", "Severity", "NVT Name", "NVT OID");
  }

  static void read(InputStream in, ScanReport report) throws IOException, MalformedImportException {
    TableFindings findings = new TableFindings();
    Table.read(
        in,
        (row, line) -> {
          String address = row.get("IP");
          if (!address.isEmpty() && report.ofDevice(address)) {
            String transport = row.get("Port Protocol").toLowerCase(Locale.ROOT);
            findings.row(
                Scopes.of(address, transport, row.get("Port")),
                new ScannerFinding(
                    row.get("NVT OID"), row.get("NVT Name"), severity(row), "", List.of()),
                row.get("CVEs"));
          }
        });
    findings.addTo(report);
    report.tried(Tried.UNTOLD.scope("tests that reported something"));
  }

  private static ScannerSeverity severity(Table.Row row) {
    ScannerSeverity scored = ScannerSeverity.ofScore(row.get("CVSS"));
    return scored == ScannerSeverity.UNKNOWN ? ScannerSeverity.of(row.get("Severity")) : scored;
  }
}
