package dev.plumbline.importers.cvebintooljson;

import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what cve-bin-tool found in binaries, in either of its JSON forms. */
public final class CveBinToolJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(CveBinToolJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return "cve-bin-tool".equals(shape.text("/metadata/tool/name"))
        || shape.has("/*/cve_number", "/*/product", "/*/version");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Binaries binaries = new Binaries();
    JsonInput.read(
        in,
        Map.of(
            "/*", (part, line) -> binaries.entry(part),
            "/metadata", (part, line) -> binaries.metadata(part),
            "/database_info", (part, line) -> binaries.database(part),
            "/vulnerabilities/report/*/entries/*", (part, line) -> binaries.entry(part)));
    if (!binaries.ours) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it has no entry and no name of the tool");
    }
    reading.ran(new ToolRun(binaries.version, "", binaries.target, binaries.at()));
    binaries.found.tell(reading, binaries.database, binaries.updated, -1);
  }

  private static final class Binaries {
    private final Vulnerabilities found = new Vulnerabilities();
    private boolean ours;
    private String version = "";
    private String made = "";
    private String target = "";
    private String database = "";
    private String updated = "";

    /** {@code UNKNOWN} stands for a product that was recognised and has no known vulnerability. */
    void entry(JsonNode part) throws MalformedImportException {
      if (!part.has("cve_number") || !part.has("product")) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "an entry has no CVE number or product");
      }
      ours = true;
      if ("UNKNOWN".equals(text(part, "cve_number"))) {
        return;
      }
      found.add(
          new Vulnerability(
              text(part, "cve_number"),
              text(part, "product"),
              text(part, "version"),
              text(part, "severity"),
              List.of(),
              text(part, "source"),
              text(part, "remarks").toLowerCase(Locale.ROOT)));
    }

    void metadata(JsonNode part) {
      ours |= "cve-bin-tool".equals(text(part, "tool", "name"));
      version = text(part, "tool", "version");
      made = text(part, "generation_date");
      target = text(part, "parameter", "input", "directory");
    }

    void database(JsonNode part) {
      updated = text(part, "last_updated");
      database = String.join(", ", part.path("total_entries").propertyNames());
    }

    /** The tool writes local time without an offset; a day is as much as can be told. */
    Optional<Instant> at() {
      return made.length() < 10 ? Optional.empty() : moment(made.substring(0, 10) + "T00:00:00Z");
    }
  }
}
