package dev.plumbline.reports.oscal;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.InheritedResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.reports.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Observations, risks and findings. A finding has two states only: PASS alone is {@code satisfied};
 * what could not be decided is {@code not-satisfied} with the reason {@code other}, and says so.
 */
record Findings(Oscal oscal) {
  static Stream<UnitResult> units(GroupResult group) {
    return group.cases().stream().flatMap(c -> c.units().stream());
  }

  static Stream<Judged> items(GroupResult group) {
    return units(group).flatMap(u -> u.items().stream());
  }

  /** One test item as it was looked at. */
  Map<String, Object> observation(Judged judged) {
    String id = judged.item().id().toString();
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("uuid", oscal.uuid("observation", id));
    observation.put("title", OscalText.markup(id));
    observation.put(
        "description",
        OscalText.markup(Words.verdict(judged.verdict()) + ": " + judged.finding().reason()));
    List<Map<String, Object>> props =
        new ArrayList<>(
            List.of(
                Oscal.prop("verdict", Words.verdict(judged.verdict())),
                Oscal.prop("basis-digest", judged.basisDigest().hex()),
                Oscal.prop("executed", Boolean.toString(judged.executed()))));
    judged
        .heritage()
        .filter(InheritedResult::inherited)
        .ifPresent(h -> props.add(Oscal.prop("inherited-from", h.from())));
    observation.put("props", props);
    observation.put("methods", List.of(method(judged)));
    observation.put("types", List.of("control-objective"));
    observation.put(
        "subjects", List.of(Oscal.pair("subject-uuid", oscal.device(), "type", "component")));
    List<Map<String, Object>> evidence = evidence(judged);
    if (!evidence.isEmpty()) {
      observation.put("relevant-evidence", evidence);
    }
    Optional<Instant> seen = seen(judged);
    observation.put("collected", seen.orElse(oscal.context().at()).toString());
    if (seen.isEmpty()) {
      observation.put("remarks", "Nothing was collected from the device for this item.");
    }
    return observation;
  }

  private static String method(Judged judged) {
    if (!judged.executed()) {
      return "UNKNOWN";
    }
    return judged.by() == DecidedBy.PROBE ? "TEST" : "EXAMINE";
  }

  private static Optional<Instant> seen(Judged judged) {
    return Stream.concat(
            judged.basis().stream().map(o -> o.source().at()),
            judged.decision().stream().map(Decision::at))
        .max(Comparator.naturalOrder());
  }

  private List<Map<String, Object>> evidence(Judged judged) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Observation o : judged.basis()) {
      if (o.evidence().isPresent()) {
        EvidenceRef ref = o.evidence().get();
        String path = oscal.context().evidencePath(ref);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("href", path.replaceAll("[^A-Za-z0-9./_-]", "_"));
        one.put(
            "description",
            OscalText.markup(
                o.key() + " of " + o.subject() + ", by " + o.source().producer() + ", " + ref));
        all.add(one);
      }
    }
    return all;
  }

  /** What a unit that fails leaves open. */
  Map<String, Object> risk(GroupResult group, UnitResult unit) {
    String reasons =
        unit.items().stream()
            .filter(i -> i.finding() instanceof Finding.Violated)
            .map(i -> i.finding().reason() + accepted(i))
            .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
    Map<String, Object> risk = new LinkedHashMap<>();
    risk.put("uuid", riskUuid(unit));
    risk.put("title", OscalText.markup(title(group, unit)));
    risk.put("description", OscalText.markup(reasons));
    risk.put("statement", OscalText.markup(group.provision().summary()));
    risk.put("status", "open");
    return risk;
  }

  /** What somebody has accepted, as a sentence behind others; empty where nobody has. */
  String accepted(Judged judged) {
    return oscal.assessment().waiver(judged.item().id()).map(w -> " " + w.sentence()).orElse("");
  }

  String riskUuid(UnitResult unit) {
    return oscal.uuid("risk", unit.unit().id().value());
  }

  static String title(GroupResult group, UnitResult unit) {
    return "Test unit " + unit.unit().id() + ": " + group.provision().title();
  }

  /** The finding on a test unit. */
  Map<String, Object> unit(GroupResult group, UnitResult unit) {
    return finding(
        "unit " + unit.unit().id(),
        title(group, unit),
        unit.unit().check(),
        target("objective-id", Oscal.objective(unit.unit().id()), unit.verdict()),
        unit.items(),
        unit.verdict() == Verdict.FAIL ? List.of(unit) : List.of());
  }

  /** The finding on a provision as a whole. */
  Map<String, Object> provision(GroupResult group, Verdict verdict) {
    String why = group.reason().isBlank() ? group.provision().summary() : group.reason();
    return finding(
        "provision " + group.provision().id(),
        "Provision " + group.provision().id() + ": " + group.provision().title(),
        why,
        target("statement-id", Oscal.statement(group.provision().id()), verdict),
        items(group).toList(),
        units(group).filter(u -> u.verdict() == Verdict.FAIL).toList());
  }

  private Map<String, Object> finding(
      String id,
      String title,
      String description,
      Map<String, Object> target,
      List<Judged> items,
      List<UnitResult> failing) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uuid", oscal.uuid("finding", id));
    finding.put("title", OscalText.markup(title));
    finding.put("description", OscalText.markup(description));
    finding.put("target", target);
    if (!items.isEmpty()) {
      finding.put(
          "related-observations",
          items.stream()
              .map(
                  i ->
                      Map.of(
                          "observation-uuid", oscal.uuid("observation", i.item().id().toString())))
              .toList());
    }
    if (!failing.isEmpty()) {
      finding.put(
          "related-risks", failing.stream().map(u -> Map.of("risk-uuid", riskUuid(u))).toList());
    }
    return finding;
  }

  private static Map<String, Object> target(String type, String id, Verdict verdict) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", verdict == Verdict.PASS ? "satisfied" : "not-satisfied");
    status.put(
        "reason",
        switch (verdict) {
          case PASS -> "pass";
          case FAIL -> "fail";
          case INCONCLUSIVE, NOT_APPLICABLE -> "other";
        });
    status.put("remarks", "The verdict is " + Words.verdict(verdict) + ".");
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("type", type);
    target.put("target-id", id);
    target.put("props", List.of(Oscal.prop("verdict", Words.verdict(verdict))));
    target.put("status", status);
    return target;
  }
}
