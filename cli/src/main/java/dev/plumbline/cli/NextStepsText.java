package dev.plumbline.cli;

import dev.plumbline.core.Finding;
import dev.plumbline.engine.Assessment;
import dev.plumbline.engine.Judged;
import dev.plumbline.engine.settling.Step;
import java.io.PrintWriter;
import java.util.List;

/** What fails, and what would settle most of what is open, at the end of a command. */
record NextStepsText(Style style) {
  private static final int MOST_FAILING = 20;
  private static final int MOST_STEPS = 8;

  /** Every failing item with what can be done about it. */
  void failing(Assessment result, PrintWriter out) {
    List<Judged> failing =
        result.items().filter(i -> i.finding() instanceof Finding.Violated).toList();
    if (failing.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("  What fails (" + failing.size() + ")"));
    for (Judged item : failing.stream().limit(MOST_FAILING).toList()) {
      if (item.finding() instanceof Finding.Violated violated) {
        out.println("  " + Text.safe(item.item().id().toString()));
        out.println(Text.wrap(Text.safe(violated.reason()), "    "));
        out.println(Text.wrap("Remedy: " + Text.safe(violated.remedy()), "    "));
      }
    }
    int more = failing.size() - MOST_FAILING;
    if (more > 0) {
      out.println("  … and " + more + " more in the report.");
    }
  }

  /** The steps, numbered. */
  void steps(List<Step> steps, PrintWriter out) {
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
