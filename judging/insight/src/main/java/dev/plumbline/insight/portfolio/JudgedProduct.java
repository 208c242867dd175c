package dev.plumbline.insight.portfolio;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.scheme.Eligibility;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a portfolio keeps of a judged product: little, so that ten thousand of them fit in memory.
 *
 * @param name manufacturer and name
 * @param edition version of EN 303 645, such as {@code 3.1.3}
 * @param verdicts number of provisions by verdict
 * @param declined recommendations declined with a reason; no pass and no failure
 * @param counts of test items: those that pass and those that were searched, apart
 * @param failed provisions that FAIL
 * @param contradictions statements of the dossier that the device contradicts
 * @param staleDecisions people's decisions that rest on something that has changed since
 * @param outdated questions that were answered for another software version, unit or state only
 * @param supportEnds the earliest end of support that is declared; empty where none is
 */
public record JudgedProduct(
    String folder,
    String name,
    String model,
    String softwareVersion,
    String edition,
    Verdict verdict,
    Map<Verdict, Integer> verdicts,
    int declined,
    Counts counts,
    List<ProvisionId> failed,
    int contradictions,
    int staleDecisions,
    int outdated,
    Optional<LocalDate> supportEnds,
    List<LevelStanding> levels)
    implements PortfolioEntry {
  // The typed field of the IXIT that tells when updates end.
  private static final String SUPPORT_ENDS = "supportEnds";

  public JudgedProduct {
    verdicts = Map.copyOf(verdicts);
    failed = List.copyOf(failed);
    levels = List.copyOf(levels);
  }

  /**
   * Keeps what a portfolio shows.
   *
   * @param assessment of the same dossier
   * @param levels of the same result
   */
  public static JudgedProduct of(
      String folder, Dossier dossier, Assessment assessment, List<Eligibility> levels) {
    Product product = dossier.product();
    return new JudgedProduct(
        folder,
        (product.manufacturer() + " " + product.name()).trim(),
        product.model(),
        product.softwareVersion(),
        product.edition(),
        assessment.verdict(),
        assessment.verdicts(),
        (int) assessment.groups().filter(g -> g.standing() == Standing.DECLINED).count(),
        assessment.counts(),
        assessment
            .groups()
            .filter(g -> g.verdict().equals(Optional.of(Verdict.FAIL)))
            .map(JudgedProduct::id)
            .toList(),
        assessment.contradictions().size(),
        (int) assessment.items().filter(Judged::stale).count(),
        outdated(dossier),
        supportEnds(dossier),
        levels.stream().map(LevelStanding::of).toList());
  }

  /** The same of a dossier that is named in another way. */
  public JudgedProduct at(String named) {
    return with(named, levels);
  }

  /** The same without what labels ask, which takes most of its memory. */
  public JudgedProduct withoutLevels() {
    return with(folder, List.of());
  }

  private JudgedProduct with(String named, List<LevelStanding> standing) {
    return new JudgedProduct(
        named,
        name,
        model,
        softwareVersion,
        edition,
        verdict,
        verdicts,
        declined,
        counts,
        failed,
        contradictions,
        staleDecisions,
        outdated,
        supportEnds,
        standing);
  }

  /** How many provisions have that verdict. */
  public int number(Verdict of) {
    return verdicts.getOrDefault(of, 0);
  }

  /** Whether anything has to be looked at again since the product or its declaration changed. */
  public boolean isStale() {
    return staleDecisions > 0 || outdated > 0;
  }

  private static ProvisionId id(GroupResult group) {
    return group.provision().id();
  }

  private static int outdated(Dossier dossier) {
    Product product = dossier.product();
    Set<List<String>> answered = new HashSet<>();
    Set<List<String>> others = new HashSet<>();
    for (Observation o : dossier.observations()) {
      boolean same =
          o.source().softwareVersion().equals(product.softwareVersion())
              && o.source().unit().equals(product.unit())
              && o.source().state().equals(product.state());
      (same ? answered : others).add(List.of(o.key(), o.subject()));
    }
    others.removeAll(answered);
    return others.size();
  }

  private static Optional<LocalDate> supportEnds(Dossier dossier) {
    return dossier.ixit().tables().values().stream()
        .flatMap(List::stream)
        .flatMap(JudgedProduct::supportEnds)
        .min(LocalDate::compareTo);
  }

  private static Stream<LocalDate> supportEnds(IxitEntry entry) {
    return entry.cell(SUPPORT_ENDS).map(Cell::text).flatMap(JudgedProduct::day).stream();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      // The check of the dossier tells it.
      return Optional.empty();
    }
  }
}
