package dev.plumbline.reports.oscal;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.catalogue.guidance.UnitGuidance;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The assessment plan: an activity a provision, a step a test unit, a task a section. */
record AssessmentPlanTree(Oscal oscal, Guidance guidance) {
  static Map<String, Object> tree(Oscal oscal) {
    return new AssessmentPlanTree(oscal, new Guidance()).tree();
  }

  private Map<String, Object> tree() {
    List<Map<String, Object>> activities =
        oscal.reviewed().stream()
            .filter(AssessmentPlanTree::isPlanned)
            .map(this::activity)
            .toList();
    List<Map<String, Object>> tasks =
        oscal.assessment().sections().stream()
            .filter(s -> s.groups().stream().anyMatch(AssessmentPlanTree::isPlanned))
            .map(this::task)
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("import-ssp", Map.of("href", OscalPlanReport.FILE));
    if (!activities.isEmpty()) {
      body.put("local-definitions", Map.of("activities", activities));
    }
    body.put("reviewed-controls", oscal.reviewedControls());
    body.put("assessment-subjects", List.of(subjects()));
    body.put("assessment-assets", assets());
    if (!tasks.isEmpty()) {
      body.put("tasks", tasks);
    }
    return oscal.document(
        "assessment-plan",
        oscal.uuid("assessment-plan", oscal.context().at().toString()),
        "Test plan of " + oscal.product(),
        body);
  }

  private static boolean isPlanned(GroupResult group) {
    return Oscal.isReviewed(group) && !group.cases().isEmpty();
  }

  private Map<String, Object> activity(GroupResult group) {
    Map<String, Object> activity = new LinkedHashMap<>();
    activity.put("uuid", activityUuid(group));
    activity.put("title", OscalText.markup("Test group " + group.provision().id()));
    activity.put("description", OscalText.markup(group.provision().title()));
    activity.put("props", methods(group));
    activity.put(
        "steps", group.cases().stream().flatMap(c -> c.units().stream()).map(this::step).toList());
    activity.put(
        "related-controls",
        Map.of(
            "control-selections",
            List.of(
                Map.of(
                    "include-controls",
                    List.of(Map.of("control-id", Oscal.control(group.provision().id())))))));
    return activity;
  }

  /** A conceptual unit is examined, a functional one tested. */
  private static List<Map<String, Object>> methods(GroupResult group) {
    return Findings.units(group)
        .map(u -> u.unit().kind() == Kind.CONCEPTUAL ? "EXAMINE" : "TEST")
        .distinct()
        .sorted()
        .map(m -> Oscal.standard("method", m))
        .toList();
  }

  private Map<String, Object> step(UnitResult result) {
    TestUnit unit = result.unit();
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("uuid", oscal.uuid("step", unit.id().value()));
    step.put("title", OscalText.markup("Test unit " + unit.id()));
    step.put(
        "description",
        OscalText.markup(
            guidance
                .unit(oscal.assessment().catalogue().edition().id(), unit.id())
                .map(UnitGuidance::work)
                .orElse(unit.check())));
    List<Map<String, Object>> props = new ArrayList<>();
    for (TestItem item : result.items().stream().map(i -> i.item()).toList()) {
      props.add(
          Oscal.prop(
              "item",
              item.id()
                  + ": "
                  + item.blocked().map(b -> "blocked: " + b).orElse(Words.decidedBy(item.by()))));
    }
    if (!props.isEmpty()) {
      step.put("props", props);
    }
    return step;
  }

  private Map<String, Object> task(SectionResult section) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("uuid", oscal.uuid("task", section.section().id()));
    task.put("type", "action");
    task.put("title", OscalText.markup(section.section().id() + " " + section.section().title()));
    task.put(
        "associated-activities",
        section.groups().stream()
            .filter(AssessmentPlanTree::isPlanned)
            .map(g -> Oscal.pair("activity-uuid", activityUuid(g), "subjects", List.of(subjects())))
            .collect(Collectors.toList()));
    return task;
  }

  private String activityUuid(GroupResult group) {
    return oscal.uuid("activity", group.provision().id().value());
  }

  private Map<String, Object> subjects() {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("type", "component");
    subject.put(
        "include-subjects",
        List.of(Oscal.pair("subject-uuid", oscal.device(), "type", "component")));
    return subject;
  }

  private Map<String, Object> assets() {
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("uuid", oscal.uuid("component", "tool"));
    tool.put("type", "software");
    tool.put("title", "Plumbline");
    tool.put("description", OscalText.markup(oscal.context().tool()));
    tool.put("status", Map.of("state", "operational"));
    Map<String, Object> platform = new LinkedHashMap<>();
    platform.put("uuid", oscal.uuid("platform", ""));
    platform.put("title", "Plumbline");
    platform.put(
        "uses-components", List.of(Map.of("component-uuid", oscal.uuid("component", "tool"))));
    Map<String, Object> assets = new LinkedHashMap<>();
    assets.put("components", List.of(tool));
    assets.put("assessment-platforms", List.of(platform));
    return assets;
  }
}
