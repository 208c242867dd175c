package dev.plumbline.reports.oscal;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The assessment results: an observation an item, a finding a unit and a provision. */
record ResultsTree(Oscal oscal, Findings findings) {
  static Map<String, Object> tree(Oscal oscal) {
    return new ResultsTree(oscal, new Findings(oscal)).tree();
  }

  private Map<String, Object> tree() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("import-ap", Map.of("href", OscalAssessmentPlanReport.FILE));
    body.put("results", List.of(result()));
    return oscal.document(
        "assessment-results",
        oscal.uuid("assessment-results", oscal.context().at().toString()),
        "Assessment of " + oscal.product(),
        body);
  }

  private Map<String, Object> result() {
    List<Map<String, Object>> observations = new ArrayList<>();
    List<Map<String, Object>> risks = new ArrayList<>();
    List<Map<String, Object>> found = new ArrayList<>();
    for (GroupResult group : oscal.reviewed()) {
      Findings.items(group).map(findings::observation).forEach(observations::add);
      for (UnitResult unit : Findings.units(group).toList()) {
        if (unit.verdict() == Verdict.FAIL) {
          risks.add(findings.risk(group, unit));
        }
        if (unit.verdict() != Verdict.NOT_APPLICABLE) {
          found.add(findings.unit(group, unit));
        }
      }
      group
          .verdict()
          .filter(v -> v != Verdict.NOT_APPLICABLE)
          .ifPresent(v -> found.add(findings.provision(group, v)));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", oscal.uuid("result", oscal.context().at().toString()));
    result.put("title", OscalText.markup("Result: " + oscal.assessment().verdict()));
    result.put("description", OscalText.markup(Words.meaning(oscal.assessment().verdict())));
    result.put("start", start());
    result.put("end", oscal.context().at().toString());
    result.put(
        "props",
        List.of(
            Oscal.prop("verdict", Words.verdict(oscal.assessment().verdict())),
            Oscal.prop("declared", "" + oscal.assessment().counts().declared()),
            Oscal.prop("planned", "" + oscal.assessment().counts().planned()),
            Oscal.prop("executed", "" + oscal.assessment().counts().executed()),
            Oscal.prop("evidenced", "" + oscal.assessment().counts().evidenced()),
            Oscal.prop("proved", "" + oscal.assessment().counts().proved()),
            Oscal.prop("confirmed", "" + oscal.assessment().counts().confirmed()),
            Oscal.prop("decided", "" + oscal.assessment().counts().decided()),
            Oscal.prop("searched", "" + oscal.assessment().counts().searched())));
    result.put("reviewed-controls", oscal.reviewedControls());
    putUnlessEmpty(result, "observations", observations);
    putUnlessEmpty(result, "risks", risks);
    putUnlessEmpty(result, "findings", found);
    return result;
  }

  /** When the first of what counts was seen. */
  private String start() {
    return oscal
        .assessment()
        .items()
        .flatMap(i -> i.basis().stream())
        .map(o -> o.source().at())
        .min(Comparator.naturalOrder())
        .orElse(oscal.context().at())
        .toString();
  }

  static void putUnlessEmpty(Map<String, Object> map, String key, List<?> list) {
    if (!list.isEmpty()) {
      map.put(key, list);
    }
  }
}
