package dev.plumbline.view.team;

import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.app.team.StaleDecisions;
import dev.plumbline.reports.Words;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.List;

/** Decisions that went stale, as lines that are safe for a terminal. */
public final class StaleText {
  private StaleText() {}

  /** Each with what it said and what changed. */
  public static List<String> lines(StaleDecisions stale) {
    List<String> lines = new ArrayList<>();
    stale.all().forEach(d -> lines.addAll(of(d)));
    return lines.isEmpty() ? List.of("No decision is stale.") : List.copyOf(lines);
  }

  /** One of them. */
  public static List<String> of(StaleDecision stale) {
    List<String> lines = new ArrayList<>();
    lines.add(Text.safe(stale.item().toString()));
    lines.add(
        Text.safe(
            "  "
                + Words.verdict(stale.earlier().finding().verdict())
                + " by "
                + stale.earlier().by()
                + ", "
                + stale.earlier().at()
                + ": "
                + stale.earlier().finding().reason()));
    stale.changes().forEach(c -> lines.add(Text.safe("  changed: " + c)));
    if (!stale.outdated().isEmpty()) {
      lines.add("  needed: new evidence of the version under assessment (--evidence FILE)");
    }
    return lines;
  }
}
