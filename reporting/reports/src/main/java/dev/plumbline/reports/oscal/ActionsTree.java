package dev.plumbline.reports.oscal;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan of action: an item for each unit that fails or is open, and for each provision that the
 * ICS alone decides. It has no dates: nobody has promised any.
 */
record ActionsTree(Oscal oscal, Findings findings) {
  static Map<String, Object> tree(Oscal oscal) {
    return new ActionsTree(oscal, new Findings(oscal)).tree();
  }

  private Map<String, Object> tree() {
    List<Map<String, Object>> observations = new ArrayList<>();
    List<Map<String, Object>> risks = new ArrayList<>();
    List<Map<String, Object>> items = new ArrayList<>();
    for (GroupResult group : oscal.reviewed()) {
      List<UnitResult> open = Findings.units(group).filter(u -> isOpen(u.verdict())).toList();
      for (UnitResult unit : open) {
        unit.items().stream()
            .filter(i -> isOpen(i.verdict()))
            .map(findings::observation)
            .forEach(observations::add);
        if (unit.verdict() == Verdict.FAIL) {
          risks.add(findings.risk(group, unit));
        }
        items.add(item(group, unit));
      }
      if (open.isEmpty() && group.verdict().filter(ActionsTree::isOpen).isPresent()) {
        items.add(item(group));
      }
    }
    if (items.isEmpty()) {
      items.add(item("none", "Nothing is open", "No test unit fails or is open."));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("import-ssp", Map.of("href", OscalPlanReport.FILE));
    body.put("system-id", SecurityPlanTree.systemId(oscal));
    ResultsTree.putUnlessEmpty(body, "observations", observations);
    ResultsTree.putUnlessEmpty(body, "risks", risks);
    body.put("poam-items", items);
    return oscal.document(
        "plan-of-action-and-milestones",
        oscal.uuid("plan-of-action", oscal.context().at().toString()),
        "What fails or is open for " + oscal.product(),
        body);
  }

  private static boolean isOpen(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE;
  }

  private Map<String, Object> item(GroupResult group, UnitResult unit) {
    List<Judged> open = unit.items().stream().filter(i -> isOpen(i.verdict())).toList();
    String what =
        open.stream()
            .map(i -> i.item().id() + ": " + told(i.finding()) + findings.accepted(i))
            .collect(Collectors.joining(" "));
    Map<String, Object> item =
        item(
            unit.unit().id().value(),
            Words.verdict(unit.verdict()) + ", " + Findings.title(group, unit),
            what);
    ResultsTree.putUnlessEmpty(
        item,
        "related-observations",
        open.stream()
            .map(
                i ->
                    Map.of("observation-uuid", oscal.uuid("observation", i.item().id().toString())))
            .toList());
    if (unit.verdict() == Verdict.FAIL) {
      item.put("related-risks", List.of(Map.of("risk-uuid", findings.riskUuid(unit))));
    }
    return item;
  }

  private static String told(Finding finding) {
    return finding instanceof Finding.Violated v ? v.reason() + " " + v.remedy() : finding.reason();
  }

  private Map<String, Object> item(GroupResult group) {
    return item(
        group.provision().id().value(),
        Words.verdict(group.verdict())
            + ", provision "
            + group.provision().id()
            + ": "
            + group.provision().title(),
        group.reason().isBlank() ? Words.standing(group.standing()) : group.reason());
  }

  private Map<String, Object> item(String id, String title, String description) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("uuid", oscal.uuid("poam-item", id));
    item.put("title", OscalText.markup(title));
    item.put("description", OscalText.markup(description));
    return item;
  }
}
