package dev.plumbline.importers.spdx;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importing.format.JsonInput;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON forms: version 2, and the graph of version 3. */
record SpdxJson(SpdxDocument document) {
  Map<String, JsonInput.Handler> handlers() {
    return Map.of(
        "/spdxVersion", (part, line) -> document.specVersion(text(part)),
        "/name", (part, line) -> document.name(text(part)),
        "/creationInfo", (part, line) -> creation(part),
        "/packages/*", (part, line) -> two(part),
        "/@graph/*", (part, line) -> three(part));
  }

  private void creation(JsonNode part) {
    document.created(text(part, "created"));
    texts(part, "creators").forEach(document::creator);
  }

  private void two(JsonNode part) {
    String purl = "";
    String cpe = "";
    for (JsonNode ref : part.path("externalRefs")) {
      switch (text(ref, "referenceType")) {
        case "purl" -> purl = text(ref, "referenceLocator");
        case "cpe23Type", "cpe22Type" -> cpe = cpe.isEmpty() ? text(ref, "referenceLocator") : cpe;
        default -> {}
      }
    }
    document.component(
        text(part, "name"),
        text(part, "versionInfo"),
        purl,
        cpe,
        text(part, "primaryPackagePurpose").toLowerCase(Locale.ROOT));
  }

  private void three(JsonNode part) {
    switch (text(part, "type")) {
      case "CreationInfo" -> {
        document.specVersion(text(part, "specVersion"));
        document.created(text(part, "created"));
      }
      case "SpdxDocument" -> document.name(text(part, "name"));
      case "Tool" -> document.creator("Tool: " + text(part, "name"));
      case "software_Package" -> {
        String cpe = "";
        for (JsonNode id : part.path("externalIdentifier")) {
          if (text(id, "externalIdentifierType").startsWith("cpe")) {
            cpe = text(id, "identifier");
          }
        }
        document.component(
            text(part, "name"),
            text(part, "software_packageVersion"),
            text(part, "software_packageUrl"),
            cpe,
            text(part, "software_primaryPurpose"));
      }
      default -> {}
    }
  }
}
