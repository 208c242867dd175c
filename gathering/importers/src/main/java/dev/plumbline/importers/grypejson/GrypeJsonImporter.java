package dev.plumbline.importers.grypejson;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.software.Vulnerabilities;
import dev.plumbline.importers.shared.software.Vulnerability;
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
import tools.jackson.databind.JsonNode;

/** Reads the vulnerabilities that Grype matched. */
public final class GrypeJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(GrypeJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/matches")
        && (shape.has("/matches/*/vulnerability", "/matches/*/artifact")
            || "grype".equals(shape.text("/descriptor/name")));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Grype grype = new Grype();
    JsonInput.read(
        in,
        Map.of(
            "/matches/*", (part, line) -> grype.match(part, ""),
            "/ignoredMatches/*", (part, line) -> grype.match(part, "ignored"),
            "/source", (part, line) -> grype.source(part),
            "/descriptor", (part, line) -> grype.descriptor(part)));
    if (grype.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Grype that wrote it");
    }
    reading.ran(new ToolRun(grype.version, "", grype.target, moment(grype.at)));
    grype.found.tell(reading, grype.database, grype.built, -1);
  }

  private static final class Grype {
    private final Vulnerabilities found = new Vulnerabilities();
    private String version = "";
    private String at = "";
    private String target = "";
    private String database = "";
    private String built = "";

    void match(JsonNode part, String state) {
      JsonNode vulnerability = part.path("vulnerability");
      found.add(
          new Vulnerability(
              text(vulnerability, "id"),
              text(part, "artifact", "name"),
              text(part, "artifact", "version"),
              text(vulnerability, "severity"),
              texts(vulnerability, "fix", "versions"),
              text(vulnerability, "namespace"),
              state));
    }

    void source(JsonNode part) {
      JsonNode of = part.path("target");
      target = of.isString() ? text(of) : text(of, "userInput");
    }

    /** Newer versions put the state of the database one level deeper. */
    void descriptor(JsonNode part) {
      version = text(part, "version");
      at = text(part, "timestamp");
      JsonNode db = part.path("db").has("status") ? at(part, "db", "status") : part.path("db");
      built = text(db, "built");
      database = built.isEmpty() ? "" : "grype-db " + text(db, "schemaVersion");
    }
  }
}
