package dev.plumbline.importers.zapxml;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the alerts of ZAP, by site. */
public final class ZapXmlImporter implements Importer {
  private static final List<Severity> BY_CODE =
      List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH);
  private static final ImporterSpec SPEC = ImporterSpec.load(ZapXmlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return head.has("<OWASPZAPReport");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    EndpointFindings findings = new EndpointFindings();
    String[] version = {""};
    XmlInput.read(
        in,
        new XmlRecords(
            "OWASPZAPReport",
            Map.of(
                "alertitem", r -> alert(r, reading, findings),
                "OWASPZAPReport", r -> version[0] = r.attribute("version")),
            (name, attributes) -> {
              if (name.equals("site")) {
                Scopes.ofUrl(reading, attributes.getOrDefault("name", ""))
                    .ifPresent(findings::looked);
              }
            }));
    HeldFacts facts = new HeldFacts();
    findings.tell(facts, Tried.UNTOLD.scope("sites that ZAP visited, by its scan policy"));
    facts.tell(reading);
    reading.ran(new ToolRun(version[0], "", "", Optional.empty()));
  }

  private static void alert(XmlRecord record, Reading reading, EndpointFindings findings) {
    Optional<String> subject = Scopes.ofUrl(reading, record.around("site", "name"));
    if (subject.isEmpty()) {
      return;
    }
    String code = record.text("riskcode");
    List<String> references = new ArrayList<>();
    if (record.text("cweid").matches("\\d+")) {
      references.add("CWE-" + record.text("cweid"));
    }
    findings.add(
        subject.get(),
        new Finding(
            record.text("pluginid"),
            record.text("name").isEmpty() ? record.text("alert") : record.text("name"),
            code.matches("[0-3]") ? BY_CODE.get(Integer.parseInt(code)) : Severity.UNKNOWN,
            Scopes.where(record.text("instances/instance/uri")),
            references));
  }
}
