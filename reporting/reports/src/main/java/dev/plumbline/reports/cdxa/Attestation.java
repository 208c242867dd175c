package dev.plumbline.reports.cdxa;

import dev.plumbline.catalogue.Edition;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.reports.NamedUuid;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The attestation. A unit that passes is a claim, one that fails a counter-claim; one that was not
 * decided is neither, and its provision has no score.
 */
record Attestation(Assessment assessment, ReportContext context) {
  private static final String DEVICE = "device";

  Map<String, Object> tree() {
    Map<String, Object> bom = new LinkedHashMap<>();
    bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", "1.6");
    Product p = assessment.product();
    bom.put(
        "serialNumber",
        "urn:uuid:"
            + NamedUuid.of(
                List.of(
                    "cdxa",
                    p.manufacturer(),
                    p.name(),
                    p.model(),
                    p.softwareVersion(),
                    context.at().toString())));
    bom.put("version", 1);
    bom.put("metadata", metadata());
    bom.put("declarations", declarations());
    bom.put("definitions", Map.of("standards", List.of(Standards.of(assessment.catalogue()))));
    return bom;
  }

  private Map<String, Object> metadata() {
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("type", "application");
    tool.put("name", "Plumbline");
    tool.put("version", context.toolVersion());
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("timestamp", context.at().toString());
    metadata.put("tools", Map.of("components", List.of(tool)));
    metadata.put("component", device());
    List<Map<String, Object>> properties =
        new ArrayList<>(
            List.of(
                property("verdict", Words.verdict(assessment.verdict())),
                property("declared", "" + assessment.counts().declared()),
                property("planned", "" + assessment.counts().planned()),
                property("executed", "" + assessment.counts().executed()),
                property("evidenced", "" + assessment.counts().evidenced()),
                property("proved", "" + assessment.counts().proved()),
                property("confirmed", "" + assessment.counts().confirmed()),
                property("decided", "" + assessment.counts().decided()),
                property("searched", "" + assessment.counts().searched())));
    assessment.family().ifPresent(f -> properties.add(property("inherited", "" + f.inherited())));
    metadata.put("properties", properties);
    return metadata;
  }

  private static Map<String, Object> property(String name, String value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", "plumbline:" + name);
    property.put("value", value);
    return property;
  }

  private Map<String, Object> device() {
    Product p = assessment.product();
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("type", "device");
    device.put("bom-ref", DEVICE);
    device.put("manufacturer", Map.of("name", Visible.of(p.manufacturer())));
    device.put("name", Visible.of(p.name() + " " + p.model()));
    device.put("version", Visible.of(p.softwareVersion()));
    return device;
  }

  private Map<String, Object> declarations() {
    List<UnitResult> decided =
        assessment
            .groups()
            .flatMap(Attestation::units)
            .filter(u -> u.verdict() == Verdict.PASS || u.verdict() == Verdict.FAIL)
            .toList();
    Edition edition = assessment.catalogue().edition();
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put(
        "summary",
        edition.document()
            + " with "
            + edition.testDocument()
            + ": "
            + Words.verdict(assessment.verdict())
            + ". "
            + Words.meaning(assessment.verdict()));
    attestation.put("assessor", "assessor");
    attestation.put("map", assessment.groups().map(this::entry).toList());
    Map<String, Object> declarations = new LinkedHashMap<>();
    declarations.put("assessors", List.of(Map.of("bom-ref", "assessor")));
    declarations.put("attestations", List.of(attestation));
    declarations.put("claims", decided.stream().map(this::claim).toList());
    declarations.put(
        "evidence", decided.stream().flatMap(u -> u.items().stream()).map(this::evidence).toList());
    Map<String, Object> target = device();
    target.put("bom-ref", "target");
    declarations.put("targets", Map.of("components", List.of(target)));
    return declarations;
  }

  private static Stream<UnitResult> units(GroupResult group) {
    return group.cases().stream().flatMap(c -> c.units().stream());
  }

  private Map<String, Object> entry(GroupResult group) {
    Map<String, Object> conformance = new LinkedHashMap<>();
    group
        .verdict()
        .filter(v -> v == Verdict.PASS || v == Verdict.FAIL)
        .ifPresent(v -> conformance.put("score", v == Verdict.PASS ? 1 : 0));
    conformance.put(
        "rationale",
        Visible.of(
            Words.verdict(group.verdict())
                + (group.reason().isBlank() ? "" : ": " + group.reason())));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("requirement", Standards.provision(group.provision().id()));
    entry.put("claims", claims(group, Verdict.PASS));
    entry.put("counterClaims", claims(group, Verdict.FAIL));
    entry.put("conformance", conformance);
    return entry;
  }

  private static List<String> claims(GroupResult group, Verdict verdict) {
    return units(group).filter(u -> u.verdict() == verdict).map(u -> claimRef(u)).toList();
  }

  private static String claimRef(UnitResult unit) {
    return "claim-" + unit.unit().id();
  }

  private Map<String, Object> claim(UnitResult unit) {
    boolean holds = unit.verdict() == Verdict.PASS;
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("bom-ref", claimRef(unit));
    claim.put("target", "target");
    claim.put("predicate", (holds ? "This holds: " : "This does not hold: ") + unit.unit().check());
    claim.put(
        "reasoning",
        unit.items().stream()
            .filter(i -> holds || i.finding() instanceof Finding.Violated)
            .map(i -> Visible.of(i.finding().reason() + accepted(i)))
            .distinct()
            .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b));
    claim.put("evidence", unit.items().stream().map(Attestation::evidenceRef).toList());
    return claim;
  }

  private String accepted(Judged judged) {
    return assessment.waiver(judged.item().id()).map(w -> " " + w.sentence()).orElse("");
  }

  private static String evidenceRef(Judged judged) {
    return "evidence-" + Visible.of(judged.item().id().toString());
  }

  private Map<String, Object> evidence(Judged judged) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (Observation o : judged.basis()) {
      o.evidence().ifPresent(ref -> data.add(data(o, ref)));
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("bom-ref", evidenceRef(judged));
    evidence.put("propertyName", Visible.of(judged.item().id().toString()));
    evidence.put("data", data);
    return evidence;
  }

  private Map<String, Object> data(Observation observation, EvidenceRef ref) {
    String path = context.evidencePath(ref);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", Visible.of(observation.key() + " of " + observation.subject() + ", " + ref));
    data.put("contents", Map.of("url", path.replaceAll("[^A-Za-z0-9./_-]", "_")));
    return data;
  }
}
