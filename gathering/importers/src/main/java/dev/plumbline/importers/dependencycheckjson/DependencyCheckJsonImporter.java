package dev.plumbline.importers.dependencycheckjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Fields;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/** Reads the vulnerabilities that OWASP Dependency-Check knows of the files that it looked at. */
public final class DependencyCheckJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(DependencyCheckJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return JsonShape.of(head)
        .has("/reportSchema", "/scanInfo/engineVersion", "/projectInfo", "/dependencies");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Report report = new Report();
    JsonInput.read(
        in,
        Map.of(
            "/scanInfo", (part, line) -> report.scan(part),
            "/projectInfo", (part, line) -> report.project(part),
            "/dependencies/*", (part, line) -> report.dependency(part)),
        Set.of("evidenceCollected", "vulnerableSoftware", "relatedDependencies"));
    if (report.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Dependency-Check that wrote it");
    }
    reading.ran(new ToolRun(report.version, "", report.target, Fields.moment(report.at)));
    report.found.tell(
        reading, String.join(", ", report.sources), report.updated, report.dependencies);
  }

  private static final class Report {
    private static final BoundedPattern PURL =
        BoundedPattern.compile("pkg:[^/]+/(?:.*/)?([^/@?#]+)(?:@([^?#]+))?.*");

    private final Vulnerabilities found = new Vulnerabilities();
    private final Set<String> sources = new TreeSet<>();
    private String version = "";
    private String target = "";
    private String at = "";
    private String updated = "";
    private long dependencies;

    void scan(JsonNode part) {
      version = text(part, "engineVersion");
      for (JsonNode source : part.path("dataSource")) {
        sources.add(text(source, "name"));
        String time = text(source, "timestamp");
        updated = time.compareTo(updated) > 0 ? time : updated;
      }
      if (!part.path("analysisExceptions").isEmpty()) {
        found.notWhole();
      }
    }

    void project(JsonNode part) {
      target = text(part, "name");
      at = text(part, "reportDate");
    }

    void dependency(JsonNode part) {
      dependencies++;
      Matcher purl = PURL.matcher(text(part.path("packages").path(0), "id"));
      boolean named = purl.matches();
      String name = named ? purl.group(1) : text(part, "fileName");
      String number = named ? Optional.ofNullable(purl.group(2)).orElse("") : "";
      part.path("vulnerabilities").forEach(v -> known(v, name, number, ""));
      part.path("suppressedVulnerabilities").forEach(v -> known(v, name, number, "suppressed"));
    }

    private void known(JsonNode part, String name, String number, String state) {
      found.add(
          new Vulnerability(
              text(part, "name"),
              name,
              number,
              text(part, "severity"),
              List.of(),
              text(part, "source"),
              state));
    }
  }
}
