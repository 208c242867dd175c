package dev.plumbline.reports.sarif;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.InheritedResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of one provision. */
record SarifResults(Assessment assessment, ReportContext context, GroupResult group) {

  /** A test item that fails or is not decided. */
  Map<String, Object> item(Judged judged, int rule) {
    String kind =
        switch (judged.finding()) {
          case Finding.Violated v -> "fail";
          case Finding.Searched s -> "review";
          case Finding.Undetermined u ->
              judged.item().by() == DecidedBy.ASSESSOR ? "review" : "open";
          case Finding.Errored e -> "open";
          case Finding.Holds h -> "pass";
          case Finding.NotApplicable n -> "notApplicable";
        };
    String remedy =
        judged.finding() instanceof Finding.Violated v && !v.remedy().isBlank()
            ? " " + v.remedy()
            : "";
    Map<String, Object> result =
        result(
            judged.item().unit().id().value(),
            rule,
            kind,
            Words.verdict(judged.verdict())
                + ": "
                + judged.finding().reason()
                + remedy
                + accepted(judged),
            judged.item().entry().map(IxitEntry::place).orElseGet(this::answerPlace),
            judged.item().id().toString());
    List<Map<String, Object>> related = related(judged);
    if (!related.isEmpty()) {
      result.put("relatedLocations", related);
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("item", judged.item().id().toString());
    properties.put("verdict", Words.verdict(judged.verdict()));
    properties.put("plannedBy", Words.decidedBy(judged.item().by()));
    properties.put("executed", judged.executed());
    properties.put("evidenced", judged.evidenced());
    judged
        .heritage()
        .filter(InheritedResult::inherited)
        .ifPresent(h -> properties.put("inheritedFrom", h.from()));
    properties.put("basisDigest", judged.basisDigest().hex());
    result.put("properties", properties);
    return result;
  }

  /** An accepted risk stays a failure; suppressing it would hide it. */
  private String accepted(Judged judged) {
    return assessment.waiver(judged.item().id()).map(w -> " " + w.sentence()).orElse("");
  }

  /** A provision that its answer in the ICS alone decides, or leaves open. */
  Map<String, Object> provision(int rule) {
    boolean fails = group.verdict().filter(v -> v == Verdict.FAIL).isPresent();
    return result(
        group.provision().id().value(),
        rule,
        fails ? "fail" : "open",
        Words.verdict(group.verdict())
            + ": "
            + (group.reason().isBlank() ? Words.standing(group.standing()) : group.reason()),
        answerPlace(),
        group.provision().id().value());
  }

  private Map<String, Object> result(
      String ruleId, int rule, String kind, String message, Place place, String identity) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", ruleId);
    result.put("ruleIndex", rule);
    result.put("kind", kind);
    result.put("level", kind.equals("fail") ? SarifRules.level(group.provision()) : "none");
    result.put("message", SarifText.message(message));
    result.put("locations", List.of(SarifPlaces.of(place)));
    result.put("partialFingerprints", Map.of("plumblineItem/v1", Digest.of(identity).hex()));
    return result;
  }

  private Place answerPlace() {
    return group.answer().map(IcsAnswer::place).orElseGet(() -> Place.of("ics.yaml"));
  }

  private List<Map<String, Object>> related(Judged judged) {
    List<Map<String, Object>> related = new ArrayList<>();
    for (Contradiction c : judged.contradictions()) {
      add(
          related,
          SarifPlaces.of(c.place()),
          "Declared: " + c.declared() + " Seen: " + c.observed());
    }
    for (Observation o : judged.basis()) {
      o.evidence()
          .ifPresent(e -> add(related, SarifPlaces.of(e, context), o.key() + " of " + o.subject()));
    }
    return related;
  }

  private static void add(
      List<Map<String, Object>> related, Map<String, Object> location, String message) {
    location.put("id", related.size());
    location.put("message", SarifText.message(message));
    related.add(location);
  }
}
