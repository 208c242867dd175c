package dev.plumbline.importers.niktoxml;

import dev.plumbline.importers.shared.findings.FindingsImporter;
import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.CommandLines;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the items of Nikto; a host without statistics was not finished. */
public final class NiktoXmlImporter extends FindingsImporter {
  @Override
  public boolean recognises(Head head) {
    return head.has("<niktoscan");
  }

  @Override
  protected void read(InputStream in, ScanReport report)
      throws IOException, MalformedImportException {
    Nikto nikto = new Nikto(report);
    XmlInput.read(
        in,
        new XmlRecords(
            "niktoscan",
            Map.of("item", nikto::item, "statistics", nikto::statistics),
            nikto::begins));
    nikto.finish();
  }

  private static final class Nikto {
    private final ScanReport report;
    private final Map<String, String> run = new HashMap<>();
    private String subject = "";
    private long tested;
    private int hosts;
    private int ended;

    Nikto(ScanReport report) {
      this.report = report;
    }

    void begins(String name, Map<String, String> attributes) {
      if (name.equals("niktoscan")) {
        run.putAll(attributes);
      } else if (name.equals("scandetails")) {
        String ip = attributes.getOrDefault("targetip", "");
        subject =
            report.ofDevice(ip)
                ? Scopes.of(ip, "tcp", attributes.getOrDefault("targetport", ""))
                : "";
        if (!subject.isEmpty()) {
          hosts++;
          report.looked(subject);
        }
      }
    }

    void item(XmlRecord record) {
      if (!subject.isEmpty()) {
        report.add(
            subject,
            new ScannerFinding(
                record.attribute("id"),
                record.text("description"),
                ScannerSeverity.UNKNOWN,
                Scopes.withoutQuery(record.text("uri")),
                record.text("references").isEmpty()
                    ? List.of()
                    : List.of(record.text("references").split("[\\s,]+"))));
      }
    }

    void statistics(XmlRecord record) {
      if (!subject.isEmpty()) {
        ended++;
        String checks =
            record.attribute("checks").isEmpty()
                ? record.attribute("itemstested")
                : record.attribute("checks");
        tested = Math.max(tested, checks.matches("\\d{1,9}") ? Long.parseLong(checks) : 0);
      }
    }

    void finish() {
      report.tried(Tried.UNTOLD.tests(tested).scope("the site's root"));
      if (ended < hosts) {
        report.unfinished("Nikto did not come to its end");
      }
      report.ran(
          new ToolRun(
              run.getOrDefault("version", ""),
              CommandLines.masked("nikto " + run.getOrDefault("options", "")).strip(),
              subject,
              Optional.empty()));
    }
  }
}
