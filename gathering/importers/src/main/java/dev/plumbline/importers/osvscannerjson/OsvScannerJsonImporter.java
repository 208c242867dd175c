package dev.plumbline.importers.osvscannerjson;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the vulnerabilities that OSV-Scanner matched. */
public final class OsvScannerJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(OsvScannerJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/results")
        && (shape.has("/results/*/source", "/results/*/packages")
            || shape.has("/experimental_config"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Osv osv = new Osv();
    JsonInput.read(
        in,
        Map.of(
            "/experimental_config", (part, line) -> osv.results = true,
            "/results/*", (part, line) -> osv.result(part)));
    if (!osv.results) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it has no results of OSV-Scanner");
    }
    reading.ran(new ToolRun("", "", String.join(", ", osv.sources), Optional.empty()));
    if (osv.all && !osv.components.isEmpty()) {
      osv.components.tell(
          reading, String.join(", ", osv.sources), Origin.UNTOLD.kind("lock files"));
    }
    osv.found.tell(reading, osv.all ? "OSV" : "", "", osv.all ? osv.components.count() : -1);
  }

  private static final class Osv {
    private final Vulnerabilities found = new Vulnerabilities();
    private final Components components = new Components();
    private final Set<String> sources = new LinkedHashSet<>();
    private boolean results;

    /** Whether packages without vulnerabilities are listed too. */
    private boolean all;

    void result(JsonNode part) throws MalformedImportException {
      if (!part.path("source").isObject()) {
        throw new MalformedImportException(ImportRefusal.MALFORMED, "a result has no source");
      }
      results = true;
      if (sources.size() < 100) {
        sources.add(text(part, "source", "path"));
      }
      for (JsonNode one : part.path("packages")) {
        JsonNode name = one.path("package");
        components.add(text(name, "name"), text(name, "version"), "", "", text(name, "ecosystem"));
        all |= one.path("vulnerabilities").isEmpty();
        for (JsonNode vulnerability : one.path("vulnerabilities")) {
          vulnerability(one, name, vulnerability);
        }
      }
    }

    private void vulnerability(JsonNode one, JsonNode name, JsonNode vulnerability) {
      String id = text(vulnerability, "id");
      String severity = text(vulnerability, "database_specific", "severity");
      for (JsonNode group : one.path("groups")) {
        if (severity.isEmpty() && texts(group, "ids").contains(id)) {
          severity = text(group, "max_severity");
        }
      }
      String cve =
          texts(vulnerability, "aliases").stream()
              .filter(a -> a.startsWith("CVE-"))
              .findFirst()
              .orElse(id);
      found.add(
          new Vulnerability(
              cve,
              text(name, "name"),
              text(name, "version"),
              severity,
              fixed(vulnerability, text(name, "name")),
              id.equals(cve) ? "OSV" : "OSV " + id,
              ""));
    }

    private static List<String> fixed(JsonNode vulnerability, String name) {
      List<String> fixed = new ArrayList<>();
      for (JsonNode affected : vulnerability.path("affected")) {
        if (text(affected, "package", "name").equals(name)) {
          for (JsonNode range : affected.path("ranges")) {
            range.path("events").forEach(e -> fixed.add(text(e, "fixed")));
          }
        }
      }
      return fixed;
    }
  }
}
