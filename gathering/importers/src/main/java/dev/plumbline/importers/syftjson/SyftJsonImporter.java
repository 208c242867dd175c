package dev.plumbline.importers.syftjson;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the component list that Syft writes in its own format. */
public final class SyftJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SyftJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/artifacts")
        && (shape.has("/artifacts/*/foundBy") || "syft".equals(shape.text("/descriptor/name")));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Syft syft = new Syft();
    JsonInput.read(
        in,
        Map.of(
            "/artifacts/*", (part, line) -> syft.artifact(part),
            "/descriptor", (part, line) -> syft.version = text(part, "version"),
            "/source", (part, line) -> syft.source(part)));
    if (syft.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Syft that wrote it");
    }
    reading.ran(new ToolRun(syft.version, "", syft.target, Optional.empty()));
    syft.components.tell(reading, syft.target, Origin.UNTOLD.kind(syft.kind));
  }

  private static final class Syft {
    private final Components components = new Components();
    private String version = "";
    private String target = "";
    private String kind = "";

    void artifact(JsonNode part) {
      JsonNode cpe = part.path("cpes").path(0);
      components.add(
          text(part, "name"),
          text(part, "version"),
          text(part, "purl"),
          cpe.isObject() ? text(cpe, "cpe") : text(cpe),
          text(part, "type"));
    }

    void source(JsonNode part) {
      kind = text(part, "type");
      JsonNode metadata = at(part, "metadata");
      String named = first(metadata, "userInput", "path");
      target = named.isEmpty() ? first(part, "name", "target") : named;
    }
  }
}
