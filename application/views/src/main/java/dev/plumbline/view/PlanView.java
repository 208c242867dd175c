package dev.plumbline.view;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.plan.PlannedGroup;
import dev.plumbline.judging.settling.NextSteps;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plan of a dossier: who decides each item, and what nothing can decide yet. */
public record PlanView(Plan plan) {

  public static PlanView of(Workspace workspace) {
    return new PlanView(new Assessor(workspace.catalogue()).plan(workspace.dossier()));
  }

  /**
   * Prints it.
   *
   * @param items whether every test item is listed
   */
  public void print(boolean items, Style style, PrintWriter out) {
    out.println(
        plan.catalogue().edition().document()
            + " with "
            + plan.catalogue().edition().testDocument());
    for (PlannedGroup group : plan.groups()) {
      Counts counts = group.counts();
      out.printf(
          "  %-8s %-14s %9s: %s%n",
          group.provision().id(),
          group.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          Text.count(counts.declared(), "item"),
          deciders(group));
      if (items) {
        group.items().forEach(i -> out.println(line(i)));
      }
    }
    Counts all = plan.counts();
    out.println(
        Text.count(all.declared(), "item")
            + ", "
            + all.planned()
            + " of them can be decided: "
            + deciders(plan));
    new NextStepsText(style).steps(NextSteps.of(plan), out);
  }

  /** The plan as plain values. */
  public Map<String, Object> json() {
    return json(plan);
  }

  private static String line(TestItem item) {
    String blocked = item.blocked().map(b -> "  blocked: " + Text.safe(b)).orElse("");
    return String.format(
        "      %-44s %s%s",
        Text.safe(item.id().toString()), item.by().name().toLowerCase(Locale.ROOT), blocked);
  }

  private static String deciders(PlannedGroup group) {
    return group.items().isEmpty() ? Text.safe(group.reason()) : deciders(group.items());
  }

  private static String deciders(Plan plan) {
    return deciders(plan.items().toList());
  }

  private static String deciders(List<TestItem> items) {
    Map<String, Integer> by = new LinkedHashMap<>();
    for (DecidedBy decider : DecidedBy.values()) {
      int n = (int) items.stream().filter(i -> i.by() == decider && i.blocked().isEmpty()).count();
      by.put(decider.name().toLowerCase(Locale.ROOT), n);
    }
    by.put("nothing yet", (int) items.stream().filter(i -> i.blocked().isPresent()).count());
    return String.join(
        ", ",
        by.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getKey() + " " + e.getValue())
            .toList());
  }

  private static Map<String, Object> json(Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", plan.catalogue().edition().id().version());
    json.put("declared", plan.counts().declared());
    json.put("planned", plan.counts().planned());
    json.put("items", plan.items().map(PlanView::json).toList());
    return json;
  }

  private static Map<String, Object> json(TestItem item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", item.id().toString());
    json.put("unit", item.id().unit().value());
    json.put("subject", item.id().subject());
    json.put("decidedBy", item.by().name());
    json.put("needs", item.needs());
    item.blocked().ifPresent(b -> json.put("blocked", b));
    return json;
  }
}
