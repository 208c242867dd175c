package dev.plumbline.view;

import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.exposure.FailingItems;
import dev.plumbline.judging.settling.NextSteps;
import dev.plumbline.judging.settling.Step;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What fails, and what would settle most of what is open, at the end of a command. */
public record NextStepsText(Style style) {
  private static final int MOST_STEPS = 8;

  /** Every failing item with what can be done about it, and the known attacks that use it. */
  public void failing(Assessment result, PrintWriter out) {
    FailingItems failing = FailingItems.of(result, Attacks.load());
    if (failing.all().isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("  What fails (" + failing.all().size() + ")"));
    for (Judged item : failing.all()) {
      lines(item, "  ").forEach(out::println);
      List<String> attacks = failing.attacksOn(item);
      if (!attacks.isEmpty()) {
        out.println(Text.wrap("Used by: " + String.join(", ", attacks), "    "));
      }
    }
  }

  /** An item that fails: its name, why, and what to do. */
  static List<String> lines(Judged item, String indent) {
    List<String> lines = new ArrayList<>();
    if (item.finding() instanceof Finding.Violated violated) {
      lines.add(indent + Text.safe(item.item().id().toString()));
      lines.add(Text.wrap(Text.safe(violated.reason()), indent + "  "));
      lines.add(Text.wrap("Remedy: " + Text.safe(violated.remedy()), indent + "  "));
    }
    return lines;
  }

  /** What would settle most of what is open. */
  public void steps(Assessment result, PrintWriter out) {
    steps(NextSteps.of(result), out);
  }

  /** The steps, numbered. */
  public void steps(List<Step> steps, PrintWriter out) {
    if (steps.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("  What would settle most"));
    int number = 1;
    for (Step step : steps.stream().limit(MOST_STEPS).toList()) {
      out.println(Text.wrap(number + ". " + Text.safe(step.line()), "  "));
      out.println("     " + step.gain());
      number++;
    }
    if (steps.size() > MOST_STEPS) {
      out.println("  … and " + (steps.size() - MOST_STEPS) + " smaller steps in the report.");
    }
  }
}
