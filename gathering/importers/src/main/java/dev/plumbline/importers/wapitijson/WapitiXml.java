package dev.plumbline.importers.wapitijson;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.xml.XmlRecord;
import dev.plumbline.importers.shared.xml.XmlRecords;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The XML report of Wapiti. */
final class WapitiXml {
  private final Wapiti wapiti;
  private final Map<String, String> infos = new HashMap<>();

  WapitiXml(Wapiti wapiti) {
    this.wapiti = wapiti;
  }

  void read(InputStream in) throws IOException, MalformedImportException {
    XmlInput.read(in, new XmlRecords("report", Map.of("info", this::info, "entry", this::entry)));
    wapiti.run(
        infos.getOrDefault("target", ""),
        infos.getOrDefault("scope", ""),
        infos.getOrDefault("generatorVersion", ""),
        Fields.whole(infos.getOrDefault("crawledPagesNbr", "")));
  }

  private void info(XmlRecord record) {
    infos.put(record.attribute("name"), record.text(""));
  }

  private void entry(XmlRecord record) {
    String category = record.around("vulnerability", "name");
    category = category.isEmpty() ? record.around("anomaly", "name") : category;
    category = category.isEmpty() ? record.around("additional", "name") : category;
    wapiti.finding(
        category,
        record.text("module"),
        record.text("level"),
        record.text("path"),
        record.text("parameter"),
        List.of());
  }
}
