package dev.plumbline.importers.nexposexml;

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
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the reports of Nexpose, which name a vulnerability at the end of the file. */
public final class NexposeXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return head.has("<NexposeReport");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Nexpose nexpose = new Nexpose(report);
    XmlInput.read(
        in,
        new XmlRecords(
            "NexposeReport",
            Map.of(
                "scan", nexpose::scan,
                "test", nexpose::test,
                "vulnerability", nexpose::definition),
            nexpose::node));
    nexpose.finish();
  }

  private static final class Nexpose {
    private static final int MOST = 20_000;

    private record Hit(String subject, String test) {}

    private final ScanReport report;
    private final Map<String, Boolean> nodes = new HashMap<>();
    private final Set<Hit> hits = new LinkedHashSet<>();
    private final Map<String, ScannerFinding> definitions = new HashMap<>();
    private final Set<String> tests = new TreeSet<>();
    private boolean finished;

    Nexpose(ScanReport report) {
      this.report = report;
    }

    void scan(XmlRecord record) {
      finished = record.attribute("status").equals("finished");
    }

    void node(String element, Map<String, String> attributes) {
      if (element.equals("node")) {
        ours(attributes.getOrDefault("address", ""));
      }
    }

    private boolean ours(String address) {
      return nodes.computeIfAbsent(address, report::ofDevice);
    }

    void test(XmlRecord record) {
      String address = record.around("node", "address");
      if (!ours(address) || hits.size() >= MOST) {
        return;
      }
      String id = record.attribute("id").toLowerCase(Locale.ROOT);
      tests.add(id);
      if (record.attribute("status").startsWith("vulnerable")) {
        hits.add(
            new Hit(
                Scopes.of(
                    address,
                    record.around("endpoint", "protocol"),
                    record.around("endpoint", "port")),
                id));
      }
    }

    void definition(XmlRecord record) {
      String id = record.attribute("id").toLowerCase(Locale.ROOT);
      if (hits.stream().anyMatch(h -> h.test().equals(id))) {
        definitions.put(
            id,
            new ScannerFinding(
                id,
                record.attribute("title"),
                ScannerSeverity.ofScore(record.attribute("cvssScore")),
                "",
                record.all("references/reference")));
      }
    }

    void finish() {
      nodes.forEach(
          (address, ours) -> {
            if (ours) {
              report.looked("address/" + address);
            }
          });
      for (Hit hit : hits) {
        report.add(
            hit.subject(),
            definitions.getOrDefault(
                hit.test(),
                new ScannerFinding(hit.test(), "", ScannerSeverity.UNKNOWN, "", List.of())));
      }
      report.tried(Tried.UNTOLD.tests(tests.size()));
      if (!finished) {
        report.unfinished("the scan of Nexpose is not finished");
      }
    }
  }
}
