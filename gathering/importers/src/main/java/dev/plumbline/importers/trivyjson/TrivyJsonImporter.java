package dev.plumbline.importers.trivyjson;

import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
import dev.plumbline.importers.shared.software.SoftwareSecrets;
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
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads packages, vulnerabilities and secrets that Trivy found. */
public final class TrivyJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(TrivyJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/SchemaVersion", "/ArtifactName", "/ArtifactType");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Trivy trivy = new Trivy();
    JsonInput.read(
        in,
        Map.of(
            "/SchemaVersion", (part, line) -> trivy.schema = text(part),
            "/Trivy", (part, line) -> trivy.version = text(part, "Version"),
            "/CreatedAt", (part, line) -> trivy.at = text(part),
            "/ArtifactName", (part, line) -> trivy.target = text(part),
            "/Results/*", (part, line) -> trivy.result(part)));
    if (!"2".equals(trivy.schema)) {
      throw new MalformedImportException(
          ImportRefusal.UNSUPPORTED, "it is not of schema version 2");
    }
    reading.ran(new ToolRun(trivy.version, "", trivy.target, moment(trivy.at)));
    trivy.tell(reading);
  }

  private static final class Trivy {
    private final Components components = new Components();
    private final Vulnerabilities vulnerabilities = new Vulnerabilities();
    private final EndpointFindings findings = new EndpointFindings();
    private final SoftwareSecrets secrets = new SoftwareSecrets();
    private final Set<String> targets = new LinkedHashSet<>();
    private long tests;
    private boolean packages;
    private boolean secretsLooked;
    private String schema = "";
    private String version = "";
    private String at = "";
    private String target = "";

    void result(JsonNode part) {
      String of = text(part, "Target");
      targets.add(of);
      secretsLooked |= "secret".equals(text(part, "Class"));
      for (JsonNode found : part.path("Packages")) {
        packages = true;
        components.add(
            text(found, "Name"),
            text(found, "Version"),
            text(found, "Identifier", "PURL"),
            "",
            text(part, "Type"));
      }
      for (JsonNode found : part.path("Vulnerabilities")) {
        vulnerabilities.add(
            new Vulnerability(
                text(found, "VulnerabilityID"),
                text(found, "PkgName"),
                text(found, "InstalledVersion"),
                text(found, "Severity"),
                List.of(text(found, "FixedVersion").split(",\\s*")),
                text(found, "DataSource", "Name"),
                text(found, "Status")));
      }
      if ("config".equals(text(part, "Class"))) {
        misconfigurations(part, of);
      }
      for (JsonNode found : part.path("Secrets")) {
        secrets.add(text(found, "RuleID"), of, number(found, "StartLine"), "", "");
      }
    }

    /** Those that Trivy was satisfied with are listed on demand alone. */
    private void misconfigurations(JsonNode part, String of) {
      JsonNode summary = part.path("MisconfSummary");
      tests += number(summary, "Successes").orElse(0) + number(summary, "Failures").orElse(0);
      findings.looked("DUT");
      for (JsonNode found : part.path("Misconfigurations")) {
        if (!"PASS".equals(text(found, "Status"))) {
          String line = text(found, "CauseMetadata", "StartLine");
          findings.add(
              "DUT",
              new ScannerFinding(
                  Fields.first(found, "ID", "AVDID"),
                  text(found, "Title"),
                  ScannerSeverity.of(text(found, "Severity")),
                  line.isEmpty() ? of : of + ":" + line,
                  List.of(text(found, "PrimaryURL"))));
        }
      }
    }

    /** Trivy does not say which scanners ran, so that no vulnerability may mean that none did. */
    void tell(Reading reading) {
      if (packages) {
        components.tell(reading, target, Origin.UNTOLD.places(List.copyOf(targets)).created(at));
      }
      if (vulnerabilities.isEmpty()) {
        reading.undetermined(
            SoftwareVulnerabilities.class,
            "DUT",
            "none was found, and the file does not say whether vulnerabilities were looked for");
      } else {
        vulnerabilities.tell(reading, "trivy-db", "", packages ? components.count() : -1);
      }
      HeldFacts facts = new HeldFacts();
      findings.tell(facts, Tried.UNTOLD.tests(tests).scope("configuration files"));
      facts.tell(reading);
      if (secretsLooked) {
        secrets.tell(reading, target, "trivy rules");
      }
    }
  }
}
