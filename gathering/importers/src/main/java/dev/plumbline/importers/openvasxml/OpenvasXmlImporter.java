package dev.plumbline.importers.openvasxml;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.reading.Beginning;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the reports of OpenVAS; one whose run is not done is not finished. */
public final class OpenvasXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return OpenvasTable.begins(head.text()) || isReport(head);
  }

  private static boolean isReport(Head head) {
    return head.text().stripLeading().matches("(?s)(<\\?xml[^>]*>\\s*)?<report\\s.*")
        && (head.has("<gmp>") || head.has("<omp>") || head.has("<scan_run_status>"));
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Beginning beginning = Beginning.of(in);
    if (OpenvasTable.begins(beginning.text())) {
      OpenvasTable.read(beginning.file(), report);
      return;
    }
    Openvas openvas = new Openvas(report);
    XmlInput.read(
        beginning.file(),
        new XmlRecords(
            "report",
            Map.of(
                "result", openvas::result,
                "host", openvas::host,
                "scan_run_status", r -> openvas.status = r.text(""),
                "scan_start", r -> openvas.at = Fields.moment(r.text("")),
                "gmp", r -> openvas.version = r.text("version"))));
    openvas.finish();
  }

  private static final class Openvas {
    private final ScanReport report;
    private final Set<String> tests = new TreeSet<>();
    private String status = "";
    private String version = "";
    private Optional<Instant> at = Optional.empty();

    Openvas(ScanReport report) {
      this.report = report;
    }

    void host(XmlRecord record) {
      String address = record.text("ip");
      if (!address.isEmpty() && report.ofDevice(address)) {
        report.looked("address/" + address);
      }
    }

    void result(XmlRecord record) {
      String address = record.text("host");
      if (!report.ofDevice(address)) {
        return;
      }
      String[] port = record.text("port").split("/", 2);
      ScannerSeverity scored = ScannerSeverity.ofScore(record.text("severity"));
      tests.add(record.text("nvt@oid"));
      report.add(
          Scopes.of(address, port.length == 2 ? port[1] : "", port[0]),
          new ScannerFinding(
              record.text("nvt@oid"),
              record.text("name"),
              scored == ScannerSeverity.UNKNOWN
                  ? ScannerSeverity.of(record.text("threat"))
                  : scored,
              record.text("port"),
              record.all("nvt/refs/ref@id")));
    }

    void finish() {
      report.tried(Tried.UNTOLD.tests(tests.size()).scope("tests that reported something"));
      report.ran(new ToolRun(version, "", "", at));
      if (!status.equals("Done")) {
        report.unfinished("the run of OpenVAS is not done");
      }
    }
  }
}
