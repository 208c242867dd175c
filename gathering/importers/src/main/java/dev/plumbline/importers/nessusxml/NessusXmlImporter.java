package dev.plumbline.importers.nessusxml;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the findings of Nessus; a host whose scan has no end is not finished. */
public final class NessusXmlImporter implements Importer {
  private static final int BEGINNING = 4_096;
  private static final ImporterSpec SPEC = ImporterSpec.load(NessusXmlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return head.has("<NessusClientData_v2") || NessusTable.begins(head.text());
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(BEGINNING);
    String start = new String(buffered.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    buffered.reset();
    if (NessusTable.begins(start)) {
      new NessusTable(reading).read(buffered);
      return;
    }
    Nessus nessus = new Nessus(reading);
    XmlInput.read(
        buffered,
        new XmlRecords(
            "NessusClientData_v2",
            Map.of("HostProperties", nessus::host, "ReportItem", nessus::item)));
    nessus.tell();
  }

  private static final class Nessus {
    private static final List<Severity> BY_NUMBER =
        List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    private final Reading reading;
    private final EndpointFindings findings = new EndpointFindings();
    private final Set<String> plugins = new TreeSet<>();
    private String name = "";
    private String address = "";
    private boolean ours;
    private boolean unfinished;

    Nessus(Reading reading) {
      this.reading = reading;
    }

    void host(XmlRecord record) {
      Map<String, String> tags = record.byAttribute("tag", "name");
      name = record.around("ReportHost", "name");
      address = tags.getOrDefault("host-ip", name);
      ours = reading.ofDevice(address);
      if (ours) {
        findings.looked("address/" + address);
        unfinished |= !tags.containsKey("HOST_END");
      }
    }

    void item(XmlRecord record) {
      String host = record.around("ReportHost", "name");
      if (!host.equals(name)) {
        // A host without properties is known by its name alone.
        name = host;
        address = host;
        ours = reading.ofDevice(host);
        unfinished |= ours;
      }
      if (!ours) {
        return;
      }
      plugins.add(record.attribute("pluginID"));
      String severity = record.attribute("severity");
      List<String> references = new ArrayList<>(record.all("cve"));
      references.addAll(record.all("see_also"));
      findings.add(
          Scopes.of(address, record.attribute("protocol"), record.attribute("port")),
          new Finding(
              record.attribute("pluginID"),
              record.attribute("pluginName"),
              severity.matches("[0-4]")
                  ? BY_NUMBER.get(Integer.parseInt(severity))
                  : Severity.UNKNOWN,
              record.attribute("svc_name"),
              references));
    }

    void tell() {
      HeldFacts facts = new HeldFacts();
      Tried tried = Tried.UNTOLD.plugins(plugins.size()).scope("plugins that reported something");
      if (unfinished) {
        findings.tellUnfinished(facts, tried, "Nessus did not come to the end of the host");
      } else {
        findings.tell(facts, tried);
      }
      facts.tell(reading);
      reading.ran(new ToolRun("", "", "", Optional.empty()));
    }
  }
}
