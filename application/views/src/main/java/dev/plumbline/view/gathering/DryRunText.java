package dev.plumbline.view.gathering;

import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.probe.Asked;
import dev.plumbline.probe.Effect;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.PlannedProbe;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run would do, probe by probe. */
public record DryRunText(Product product, Intrusiveness most, Style style) {
  private static final String INDENT = "      ";
  private static final int PLACES = 8;

  public List<String> lines(List<PlannedProbe> probes) {
    List<String> lines = new ArrayList<>();
    lines.add("Nothing is sent. A run with --intrusiveness " + word(most) + " would do this:");
    lines.add(Text.wrap(budget(), "  "));
    probes.stream().filter(p -> p.left().isEmpty()).forEach(p -> probe(lines, p));
    List<PlannedProbe> left = probes.stream().filter(p -> p.left().isPresent()).toList();
    if (!left.isEmpty()) {
      lines.add("");
      lines.add(style.bold("  Left out"));
      left.forEach(p -> left(lines, p));
    }
    lines.add("");
    total(lines, probes.stream().filter(p -> p.left().isEmpty()).toList());
    return lines;
  }

  private void probe(List<String> lines, PlannedProbe p) {
    lines.add("");
    lines.add("  " + style.bold(p.spec().id()) + "  " + p.spec().question());
    List<String> asked = p.asked().stream().map(Text::safe).toList();
    String more =
        asked.size() > PLACES ? ", and " + (asked.size() - PLACES) + " more endpoints" : "";
    lines.add(
        Text.wrap(
            "Asks: " + asked.stream().limit(PLACES).collect(Collectors.joining("; ")) + more,
            INDENT));
    lines.add(
        INDENT
            + "Takes: "
            + p.lately().map(d -> "about " + time(d) + " (last run), ").orElse("")
            + "at most "
            + time(p.atMost()));
    lines.add(Text.wrap("Does: " + does(p), INDENT));
  }

  private void left(List<String> lines, PlannedProbe p) {
    lines.add(Text.wrap(p.spec().id() + ": " + whyLeft(p) + ".", "    "));
  }

  /** Why a probe would not run, as a clause. */
  public String whyLeft(PlannedProbe p) {
    Intrusiveness needed = p.spec().intrusiveness();
    return p.left().map(ProbeOutcome::state).equals(Optional.of(ProbeOutcome.State.DONE_BEFORE))
        ? "finished in the earlier part of this run"
        : "add --intrusiveness " + word(needed) + " to run it; it " + effects(p.spec().may());
  }

  /** What a probe does to the device, as clauses. */
  public String does(PlannedProbe p) {
    if (p.spec().asks().stream().allMatch(a -> a.whom() == Asked.Whom.NOBODY)) {
      return "reads what is declared, and touches no device";
    }
    Intrusiveness level = p.spec().most().compareTo(most) < 0 ? p.spec().most() : most;
    String manner =
        switch (level) {
          case OBSERVE -> "connects and reads, as any client does";
          case PROVOKE -> "sends unusual but harmless input";
          case STRESS -> "may slow the device down";
        };
    return p.effects().isEmpty() ? manner : manner + "; " + effects(p.effects());
  }

  private static String effects(List<Effect> effects) {
    return effects.isEmpty()
        ? "may slow the device down"
        : effects.stream().map(Effect::words).collect(Collectors.joining(", "));
  }

  /** How many wrong passwords the run may send. */
  public String budget() {
    LoginBudget budget = product.loginBudget();
    return String.format(
        Locale.ROOT,
        "Wrong passwords: at most %d at each login, and %d more in the brute-force test"
            + " (loginBudget in product.yaml).",
        budget.wrongAttempts(),
        budget.bruteForceAttempts());
  }

  private static void total(List<String> lines, List<PlannedProbe> probes) {
    lines.add(Text.wrap(total(probes), "  "));
    lines.add("  Nothing was sent.");
  }

  /**
   * How many probes would run, and for how long.
   *
   * @param probes that would run
   */
  public static String total(List<PlannedProbe> probes) {
    List<PlannedProbe> known = probes.stream().filter(p -> p.lately().isPresent()).toList();
    Duration lately =
        known.stream().flatMap(p -> p.lately().stream()).reduce(Duration.ZERO, Duration::plus);
    Duration limit =
        probes.stream().map(PlannedProbe::atMost).reduce(Duration.ZERO, Duration::plus);
    return number(probes.size())
        + (known.isEmpty()
            ? ""
            : ": about " + time(lately) + " for the " + known.size() + " that ran before")
        + "; at most "
        + time(limit)
        + " by their limits, of which a run needs a small part.";
  }

  private static String number(int probes) {
    return probes == 1 ? "1 probe" : probes + " probes";
  }

  /** A duration in seconds, minutes or hours. */
  public static String time(Duration time) {
    long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }

  private static String word(Intrusiveness level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
