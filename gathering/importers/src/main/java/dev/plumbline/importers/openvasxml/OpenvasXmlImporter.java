package dev.plumbline.importers.openvasxml;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the reports of OpenVAS; one whose run is not done is not finished. */
public final class OpenvasXmlImporter implements Importer {
  private static final int BEGINNING = 4_096;
  private static final ImporterSpec SPEC = ImporterSpec.load(OpenvasXmlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return OpenvasTable.begins(head.text()) || isReport(head);
  }

  private static boolean isReport(Head head) {
    return head.text().stripLeading().matches("(?s)(<\\?xml[^>]*>\\s*)?<report\\s.*")
        && (head.has("<gmp>") || head.has("<omp>") || head.has("<scan_run_status>"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(BEGINNING);
    String start = new String(buffered.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    buffered.reset();
    if (OpenvasTable.begins(start)) {
      new OpenvasTable(reading).read(buffered);
      return;
    }
    Openvas openvas = new Openvas(reading);
    XmlInput.read(
        buffered,
        new XmlRecords(
            "report",
            Map.of(
                "result", openvas::result,
                "host", openvas::host,
                "scan_run_status", r -> openvas.status = r.text(""),
                "scan_start", r -> openvas.at = Fields.moment(r.text("")),
                "gmp", r -> openvas.version = r.text("version"))));
    openvas.tell();
  }

  private static final class Openvas {
    private final Reading reading;
    private final EndpointFindings findings = new EndpointFindings();
    private final Set<String> tests = new TreeSet<>();
    private String status = "";
    private String version = "";
    private Optional<Instant> at = Optional.empty();

    Openvas(Reading reading) {
      this.reading = reading;
    }

    void host(XmlRecord record) {
      String address = record.text("ip");
      if (!address.isEmpty() && reading.ofDevice(address)) {
        findings.looked("address/" + address);
      }
    }

    void result(XmlRecord record) {
      String address = record.text("host");
      if (!reading.ofDevice(address)) {
        return;
      }
      String[] port = record.text("port").split("/", 2);
      Severity scored = Severity.ofScore(record.text("severity"));
      tests.add(record.text("nvt@oid"));
      findings.add(
          Scopes.of(address, port.length == 2 ? port[1] : "", port[0]),
          new Finding(
              record.text("nvt@oid"),
              record.text("name"),
              scored == Severity.UNKNOWN ? Severity.of(record.text("threat")) : scored,
              record.text("port"),
              record.all("nvt/refs/ref@id")));
    }

    void tell() {
      HeldFacts facts = new HeldFacts();
      Tried tried = Tried.UNTOLD.tests(tests.size()).scope("tests that reported something");
      if (status.equals("Done")) {
        findings.tell(facts, tried);
      } else {
        findings.tellUnfinished(facts, tried, "the run of OpenVAS is not done");
      }
      facts.tell(reading);
      reading.ran(new ToolRun(version, "", "", at));
    }
  }
}
