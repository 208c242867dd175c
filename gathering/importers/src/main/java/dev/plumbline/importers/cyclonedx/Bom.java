package dev.plumbline.importers.cyclonedx;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
import dev.plumbline.importers.shared.software.Statements;
import dev.plumbline.importers.shared.software.Vulnerabilities;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a bill of materials says, whatever it is written in. */
final class Bom {
  private static final int MOST_REFERENCES = 50_000;

  private final Components components = new Components();
  private final Vulnerabilities vulnerabilities = new Vulnerabilities();
  private final Statements statements = new Statements();
  private final Map<String, Named> byReference = new HashMap<>();
  private String specVersion = "";
  private String created = "";
  private String tool = "";
  private String target = "";
  private String aggregate = "";

  private record Named(String name, String version) {}

  /**
   * What a vulnerability of the list says, besides what it affects.
   *
   * @param analysed that the list says something of whether the product is affected
   */
  record Advisory(
      String id,
      String severity,
      String source,
      boolean analysed,
      String state,
      String justification,
      String detail) {}

  void specVersion(String text) {
    specVersion = text;
  }

  void created(String text) {
    created = text;
  }

  /** A tool that made the list; the first counts. */
  void tool(String name, String version) {
    if (tool.isEmpty()) {
      tool = version.isEmpty() ? name : name + " " + version;
    }
  }

  /** What the list is of. */
  void target(String reference, String name, String version) {
    target = version.isEmpty() ? name : name + " " + version;
    remember(reference, name, version);
  }

  void aggregate(String text) {
    aggregate = text;
  }

  void component(
      String reference, String name, String version, String purl, String cpe, String type) {
    components.add(name, version, purl, cpe, type);
    remember(reference, name, version);
  }

  /** Names a component by a reference. */
  void remember(String reference, String name, String version) {
    if (!reference.isEmpty() && byReference.size() < MOST_REFERENCES) {
      byReference.putIfAbsent(reference, new Named(name, version));
    }
  }

  /**
   * @param affected references of components
   */
  void vulnerability(Advisory advisory, List<String> affected) {
    List<String> references = affected.isEmpty() ? List.of("") : affected;
    for (String reference : references) {
      Named named = named(reference);
      vulnerabilities.add(
          new Vulnerability(
              advisory.id(),
              named.name(),
              named.version(),
              advisory.severity(),
              List.of(),
              advisory.source(),
              advisory.state()));
    }
    if (advisory.analysed()) {
      statements.add(
          advisory.id(),
          references.stream().map(r -> named(r).name()).filter(n -> !n.isEmpty()).toList(),
          advisory.state(),
          advisory.justification(),
          advisory.detail(),
          created);
    }
  }

  /** A reference may be a link into another list, which ends in the reference itself. */
  private Named named(String reference) {
    String inner = reference.substring(reference.lastIndexOf('#') + 1);
    Named whole = byReference.get(reference);
    return whole == null ? byReference.getOrDefault(inner, new Named(inner, "")) : whole;
  }

  void tell(Reading reading) throws MalformedImportException {
    if (specVersion.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name its CycloneDX version");
    }
    reading.ran(new ToolRun(specVersion, "", target, Fields.moment(created)));
    components.tell(
        reading,
        target,
        Origin.UNTOLD
            .format("CycloneDX " + specVersion)
            .tool(tool)
            .created(created)
            .composition(aggregate));
    if (!vulnerabilities.isEmpty()) {
      vulnerabilities.tell(reading, "CycloneDX list", created, components.count());
    }
    if (!statements.isEmpty()) {
      statements.tell(reading, tool, created);
    }
  }
}
