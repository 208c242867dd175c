package dev.plumbline.insight.statistics;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What statistics take from one product.
 *
 * @param maker who makes it, so that many products of one maker do not hide each other
 * @param edition version of EN 303 645
 */
public record ProductSample(String maker, String edition, List<ProvisionSample> provisions) {
  public ProductSample {
    provisions = List.copyOf(provisions);
  }

  /**
   * One provision of one product.
   *
   * @param rests what stands behind a pass, and whether what is undecided was searched and waits
   *     for a person to confirm it; empty where it is neither
   * @param absence a sentence that names the condition that does not hold or the feature that is
   *     absent, where the provision does not apply: never words of the supplier
   * @param effort time that people's decisions on it took, where the journal lets it be reckoned
   */
  public record ProvisionSample(
      ProvisionId provision,
      boolean mandatory,
      ProvisionOutcome answer,
      Optional<Conclusion> rests,
      Optional<String> absence,
      Optional<Duration> effort) {}

  /**
   * Takes it from a result.
   *
   * @param assessment of the same dossier
   */
  public static ProductSample of(Dossier dossier, Assessment assessment) {
    Effort effort = Effort.of(dossier.decisions());
    return new ProductSample(
        maker(dossier.product().manufacturer()),
        dossier.product().edition(),
        assessment.groups().map(g -> sample(g, effort)).toList());
  }

  private static String maker(String manufacturer) {
    return manufacturer.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static ProvisionSample sample(GroupResult group, Effort effort) {
    return new ProvisionSample(
        group.provision().id(),
        group.provision().mandatory(),
        ProvisionOutcome.of(group),
        group.conclusion().filter(c -> isTold(ProvisionOutcome.of(group))),
        group.standing() == Standing.NOT_APPLICABLE
            ? Optional.of(group.reason())
            : Optional.empty(),
        group
            .items()
            .map(i -> i.item().id())
            .map(effort.byItem()::get)
            .filter(Objects::nonNull)
            .reduce(Duration::plus));
  }

  private static boolean isTold(ProvisionOutcome answer) {
    return answer == ProvisionOutcome.PASS || answer == ProvisionOutcome.INCONCLUSIVE;
  }
}
