package dev.plumbline.importers.wapitijson;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The XML report of Wapiti. */
final class WapitiXml {
  private static final List<Severity> LEVELS =
      List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

  private final Reading reading;
  private final Map<String, String> infos = new HashMap<>();
  private final EndpointFindings found = new EndpointFindings();
  private Optional<String> subject = Optional.empty();

  WapitiXml(Reading reading) {
    this.reading = reading;
  }

  void read(InputStream in) throws IOException, MalformedImportException {
    XmlInput.read(in, new XmlRecords("report", Map.of("info", this::info, "entry", this::entry)));
    String target = infos.getOrDefault("target", "");
    if (target.isEmpty()) {
      throw new MalformedImportException("it does not tell its target");
    }
    Tried tried =
        Tried.UNTOLD
            .scope(infos.getOrDefault("scope", ""))
            .tests("modules of the run, which the file does not list");
    OptionalLong pages = Fields.whole(infos.getOrDefault("crawledPagesNbr", ""));
    HeldFacts facts = new HeldFacts();
    found.tell(facts, pages.isPresent() ? tried.pages(pages.getAsLong()) : tried);
    facts.tell(reading);
    reading.ran(
        new ToolRun(
            infos.getOrDefault("generatorVersion", "").replaceFirst("^\\D+", ""),
            "",
            target.split("\\?", 2)[0],
            Optional.empty()));
  }

  /** The report begins with its target. */
  private void info(XmlRecord record) {
    String name = record.attribute("name");
    infos.put(name, record.text(""));
    if (name.equals("target")) {
      subject = Scopes.ofUrl(reading, record.text(""));
      subject.ifPresent(found::looked);
    }
  }

  private void entry(XmlRecord record) {
    String category = record.around("vulnerability", "name");
    category = category.isEmpty() ? record.around("anomaly", "name") : category;
    category = category.isEmpty() ? record.around("additional", "name") : category;
    String level = record.text("level");
    String path = record.text("path").split("\\?", 2)[0];
    String parameter = record.text("parameter");
    Finding finding =
        new Finding(
            record.text("module").isEmpty() ? category : record.text("module"),
            category,
            level.matches("[0-4]") ? LEVELS.get(Integer.parseInt(level)) : Severity.UNKNOWN,
            parameter.isEmpty() ? path : path + " " + parameter,
            List.of());
    subject.ifPresent(s -> found.add(s, finding));
  }
}
