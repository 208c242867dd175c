package dev.plumbline.workbench.run;

import dev.plumbline.app.run.RunOrder;
import dev.plumbline.dossier.Product;
import dev.plumbline.probe.run.PlannedProbe;
import dev.plumbline.reports.Visible;
import dev.plumbline.view.Style;
import dev.plumbline.view.gathering.DryRunText;
import java.util.List;

/**
 * What a run would do.
 *
 * @param budget how many wrong passwords it may send
 */
public record RunPlanView(List<Would> probes, List<Left> left, String budget, String total) {
  private static final int PLACES = 8;

  /**
   * A probe that would run.
   *
   * @param more how many places it would ask beside those
   */
  public record Would(
      String id, String question, List<String> asks, int more, String takes, String does) {}

  /** A probe that would not run. */
  public record Left(String id, String why) {}

  static RunPlanView of(Product product, RunOrder order, List<PlannedProbe> planned) {
    DryRunText words = new DryRunText(product, order.most(), new Style(false));
    List<PlannedProbe> would = planned.stream().filter(p -> p.left().isEmpty()).toList();
    return new RunPlanView(
        would.stream().map(p -> would(p, words)).toList(),
        planned.stream()
            .filter(p -> p.left().isPresent())
            .map(p -> new Left(p.spec().id(), words.whyLeft(p)))
            .toList(),
        words.budget(),
        DryRunText.total(would));
  }

  private static Would would(PlannedProbe p, DryRunText words) {
    return new Would(
        p.spec().id(),
        p.spec().question(),
        p.asked().stream().limit(PLACES).map(a -> Visible.of(a, 200)).toList(),
        Math.max(0, p.asked().size() - PLACES),
        p.lately().map(d -> "about " + DryRunText.time(d) + " (last run), ").orElse("")
            + "at most "
            + DryRunText.time(p.atMost()),
        words.does(p));
  }
}
