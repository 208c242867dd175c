package dev.plumbline.insight.portfolio;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.insight.portfolio.LevelStanding.Level;
import dev.plumbline.judging.plan.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many products on one day.
 *
 * @param on the day that support periods and schemes are asked for
 * @param entries in the order in which they were named
 */
public record Portfolio(LocalDate on, List<PortfolioEntry> entries) {
  public Portfolio {
    entries = List.copyOf(entries);
  }

  /**
   * A provision that products fail.
   *
   * @param edition version of EN 303 645 whose number it bears
   */
  public record CommonFailure(String edition, ProvisionId provision, int products) {}

  /**
   * How many products are ready for a level.
   *
   * @param eligible of them
   * @param provisionsMet those that cannot be told yet, although all provisions are met
   * @param searched those that would be among these once a person confirms what was searched
   * @param cannotTell the others that cannot be told
   * @param notEligible of them
   */
  public record Readiness(
      Level level,
      int eligible,
      int provisionsMet,
      int searched,
      int cannotTell,
      int notEligible) {}

  public List<JudgedProduct> judged() {
    return entries.stream()
        .filter(JudgedProduct.class::isInstance)
        .map(JudgedProduct.class::cast)
        .toList();
  }

  public List<UnjudgedProduct> unjudged() {
    return entries.stream()
        .filter(UnjudgedProduct.class::isInstance)
        .map(UnjudgedProduct.class::cast)
        .toList();
  }

  /** Number of judged products by overall verdict. */
  public Map<Verdict, Integer> verdicts() {
    Map<Verdict, Integer> numbers = new EnumMap<>(Verdict.class);
    judged().forEach(p -> numbers.merge(p.verdict(), 1, Integer::sum));
    return numbers;
  }

  /** Counts of the test items of all judged products. */
  public Counts counts() {
    return judged().stream().map(JudgedProduct::counts).reduce(Counts.NONE, Counts::plus);
  }

  /** Provisions that at least one product fails, those that most products fail first. */
  public List<CommonFailure> commonFailures() {
    Map<String, Map<ProvisionId, Integer>> numbers = new TreeMap<>(Comparator.reverseOrder());
    for (JudgedProduct product : judged()) {
      Map<ProvisionId, Integer> edition =
          numbers.computeIfAbsent(product.edition(), e -> new TreeMap<>());
      product.failed().forEach(f -> edition.merge(f, 1, Integer::sum));
    }
    List<CommonFailure> failures = new ArrayList<>();
    numbers.forEach(
        (edition, provisions) ->
            provisions.forEach((id, n) -> failures.add(new CommonFailure(edition, id, n))));
    failures.sort(Comparator.comparingInt(CommonFailure::products).reversed());
    return List.copyOf(failures);
  }

  /** Each level of each scheme, in the order of the schemes. */
  public List<Readiness> readiness() {
    Map<Level, int[]> numbers = new LinkedHashMap<>();
    for (JudgedProduct product : judged()) {
      for (LevelStanding standing : product.levels()) {
        numbers.computeIfAbsent(standing.level(), l -> new int[5])[rank(standing)]++;
      }
    }
    return numbers.entrySet().stream().map(e -> readiness(e.getKey(), e.getValue())).toList();
  }

  private static Readiness readiness(Level level, int[] numbers) {
    return new Readiness(level, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  private static int rank(LevelStanding standing) {
    return switch (standing.outcome()) {
      case ELIGIBLE -> 0;
      case CANNOT_TELL -> standing.provisionsMet() ? 1 : standing.awaitsConfirmation() ? 2 : 3;
      case NOT_ELIGIBLE -> 4;
    };
  }

  /** Products whose support has ended or ends by that day, the earliest first. */
  public List<JudgedProduct> supportEndingBy(LocalDate day) {
    return judged().stream()
        .filter(p -> p.supportEnds().filter(end -> !end.isAfter(day)).isPresent())
        .sorted(Comparator.comparing(p -> p.supportEnds().orElse(LocalDate.MAX)))
        .toList();
  }

  /** Products that declare no end of support that could be read. */
  public long withoutSupportEnd() {
    return judged().stream().filter(p -> p.supportEnds().isEmpty()).count();
  }

  /** Products with results that have gone stale. */
  public List<JudgedProduct> stale() {
    return judged().stream().filter(JudgedProduct::isStale).toList();
  }
}
