package dev.plumbline.importers.dependencytrackfpf;

import static dev.plumbline.importers.shared.reading.Fields.flag;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.software.Statements;
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
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the findings that Dependency-Track exports. */
public final class DependencyTrackFpfImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(DependencyTrackFpfImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return "Dependency-Track".equals(shape.text("/meta/application")) && shape.has("/project");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Findings findings = new Findings();
    JsonInput.read(
        in,
        Map.of(
            "/meta", (part, line) -> findings.meta(part),
            "/project", (part, line) -> findings.project(part),
            "/findings/*", (part, line) -> findings.finding(part)));
    if (findings.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the Dependency-Track that wrote it");
    }
    reading.ran(new ToolRun(findings.version, "", findings.target, moment(findings.at)));
    findings.found.tell(reading, "", findings.at, -1);
    if (!findings.statements.isEmpty()) {
      findings.statements.tell(
          reading, "Dependency-Track, project " + findings.target, findings.at);
    }
  }

  private static final class Findings {
    private final Vulnerabilities found = new Vulnerabilities();
    private final Statements statements = new Statements();
    private String version = "";
    private String at = "";
    private String target = "";

    void meta(JsonNode part) {
      version = text(part, "version");
      at = text(part, "timestamp");
    }

    void project(JsonNode part) {
      target = (text(part, "name") + " " + text(part, "version")).strip();
    }

    void finding(JsonNode part) {
      String id = text(part, "vulnerability", "vulnId");
      String component = text(part, "component", "name");
      String state = text(part, "analysis", "state");
      found.add(
          new Vulnerability(
              id,
              component,
              text(part, "component", "version"),
              text(part, "vulnerability", "severity"),
              List.of(),
              text(part, "vulnerability", "source"),
              flag(part, "analysis", "isSuppressed")
                  ? "suppressed"
                  : state.toLowerCase(Locale.ROOT)));
      if (!state.isEmpty() && !"NOT_SET".equals(state)) {
        statements.add(id, List.of(component), state, "", "", "");
      }
    }
  }
}
