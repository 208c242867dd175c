package dev.plumbline.view;

import dev.plumbline.app.BaselineComparison;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultChange;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/** What became of a product since the baseline, for a terminal. */
public record ComparisonText(Comparison comparison, Set<String> accepted, Style style) {
  /**
   * @param accepted items whose new FAIL does not count for the exit code
   */
  public ComparisonText {
    accepted = Set.copyOf(accepted);
  }

  public static ComparisonText of(BaselineComparison comparison, Style style) {
    return new ComparisonText(comparison.comparison(), comparison.accepted(), style);
  }

  private static final int LONGEST_LIST = 20;

  public void print(PrintWriter out) {
    out.println();
    out.println(
        style.bold("Against the baseline")
            + " (software "
            + Text.safe(comparison.before().softwareVersion())
            + " then, "
            + Text.safe(comparison.now().softwareVersion())
            + " now)");
    if (comparison.factsDiffer()) {
      out.println(
          Text.wrap(
              "The baseline was made with another catalogue or crypto policy: a verdict can differ"
                  + " for that reason alone.",
              "  "));
    }
    list(out, "Got worse", comparison.changes(Weight.WORSE));
    list(out, "Got better", comparison.changes(Weight.BETTER));
    list(out, "Went stale, vanished or is new", comparison.changes(Weight.TOLD));
    out.flush();
  }

  private void list(PrintWriter out, String title, List<ResultChange> changes) {
    out.println("  " + title + ": " + (changes.isEmpty() ? "nothing." : changes.size()));
    changes.stream().limit(LONGEST_LIST).forEach(c -> change(out, c));
    if (changes.size() > LONGEST_LIST) {
      out.println("    … and " + (changes.size() - LONGEST_LIST) + " more.");
    }
  }

  private void change(PrintWriter out, ResultChange change) {
    out.println("    " + style.bold(Text.safe(change.subject())) + "  " + change.what());
    if (change.kind() == ResultChange.Kind.NEW_FAIL && accepted.contains(change.subject())) {
      out.println("      Its risk is accepted; it does not count for the exit code.");
    }
    if (!change.reason().isBlank()) {
      out.println(Text.wrap(Text.safe(change.reason()), "      "));
    }
  }
}
