package dev.plumbline.importers.wapitijson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The JSON report of Wapiti, whose target stands at the end. */
final class WapitiJson {
  private WapitiJson() {}

  static void read(InputStream in, Wapiti wapiti) throws IOException, MalformedImportException {
    JsonInput.read(
        in,
        Map.of(
            "/vulnerabilities", (part, line) -> section(part, wapiti),
            "/anomalies", (part, line) -> section(part, wapiti),
            "/additionals", (part, line) -> section(part, wapiti),
            "/infos", (part, line) -> infos(part, wapiti)));
  }

  private static void infos(JsonNode part, Wapiti wapiti) {
    JsonNode pages = part.path("crawled_pages_nbr");
    wapiti.run(
        text(part, "target"),
        text(part, "scope"),
        text(part, "version"),
        pages.isNumber() ? OptionalLong.of(pages.asLong()) : OptionalLong.empty());
  }

  private static void section(JsonNode part, Wapiti wapiti) {
    for (Map.Entry<String, JsonNode> category : part.properties()) {
      for (JsonNode entry : category.getValue()) {
        List<String> references = new ArrayList<>();
        entry.path("wstg").forEach(w -> references.add(text(w)));
        wapiti.finding(
            category.getKey(),
            text(entry, "module"),
            text(entry, "level"),
            text(entry, "path"),
            text(entry, "parameter"),
            references);
      }
    }
  }
}
