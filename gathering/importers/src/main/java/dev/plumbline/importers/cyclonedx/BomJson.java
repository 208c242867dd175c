package dev.plumbline.importers.cyclonedx;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importing.format.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON form. Components may lie within components. */
record BomJson(Bom bom) {
  Map<String, JsonInput.Handler> handlers() {
    return Map.of(
        "/specVersion", (part, line) -> bom.specVersion(text(part)),
        "/metadata", (part, line) -> metadata(part),
        "/components/*", (part, line) -> component(part),
        "/compositions/*", (part, line) -> composition(part),
        "/vulnerabilities/*", (part, line) -> vulnerability(part));
  }

  private void metadata(JsonNode part) {
    bom.created(text(part, "timestamp"));
    JsonNode tools = at(part, "tools");
    for (JsonNode tool : tools.isArray() ? tools : at(tools, "components")) {
      bom.tool(text(tool, "name"), text(tool, "version"));
    }
    JsonNode of = at(part, "component");
    bom.target(text(of, "bom-ref"), text(of, "name"), text(of, "version"));
    of.path("components").forEach(this::component);
  }

  private void component(JsonNode part) {
    bom.component(
        text(part, "bom-ref"),
        text(part, "name"),
        text(part, "version"),
        text(part, "purl"),
        text(part, "cpe"),
        text(part, "type"));
    part.path("components").forEach(this::component);
  }

  /** Only what is said of the whole list counts; without assemblies it is the whole. */
  private void composition(JsonNode part) {
    if (texts(part, "assemblies").size() + texts(part, "dependencies").size() <= 1) {
      bom.aggregate(text(part, "aggregate"));
    }
  }

  private void vulnerability(JsonNode part) {
    String severity = "";
    for (JsonNode rating : part.path("ratings")) {
      severity = severity.isEmpty() ? text(rating, "severity") : severity;
    }
    List<String> affected = new ArrayList<>();
    part.path("affects").forEach(a -> affected.add(text(a, "ref")));
    JsonNode analysis = part.path("analysis");
    bom.vulnerability(
        new Bom.Advisory(
            text(part, "id"),
            severity,
            text(part, "source", "name"),
            !analysis.isMissingNode() && !analysis.isNull(),
            text(analysis, "state"),
            text(analysis, "justification"),
            text(analysis, "detail")),
        affected);
  }
}
