package dev.plumbline.insight.statistics;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.insight.statistics.ProductSample.ProvisionSample;
import dev.plumbline.judging.Conclusion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up one provision over many products. */
final class ProvisionGathering {
  private final ProvisionId provision;
  private final boolean mandatory;
  private final AnonymousCounts<ProvisionOutcome> answers = new AnonymousCounts<>();
  private final AnonymousCounts<Conclusion> passes = new AnonymousCounts<>();
  private final AnonymousCounts<Conclusion> undecided = new AnonymousCounts<>();
  private final AnonymousCounts<String> absences = new AnonymousCounts<>();
  private final List<Duration> efforts = new ArrayList<>();
  private final Set<String> makersWithEffort = new HashSet<>();

  ProvisionGathering(ProvisionId provision, boolean mandatory) {
    this.provision = provision;
    this.mandatory = mandatory;
  }

  void add(ProvisionSample sample, String maker) {
    answers.add(sample.answer(), maker);
    sample
        .rests()
        .ifPresent(
            r -> (sample.answer() == ProvisionOutcome.PASS ? passes : undecided).add(r, maker));
    sample.absence().ifPresent(a -> absences.add(a, maker));
    sample
        .effort()
        .ifPresent(
            e -> {
              efforts.add(e);
              makersWithEffort.add(maker);
            });
  }

  ProvisionStatistics told(int k) {
    Map<ProvisionOutcome, Share> shares = answers.shares(k);
    return new ProvisionStatistics(
        provision,
        mandatory,
        shares,
        apart(passes, ProvisionOutcome.PASS, shares, k),
        apart(undecided, ProvisionOutcome.INCONCLUSIVE, shares, k),
        apart(absences, ProvisionOutcome.NOT_APPLICABLE, shares, k),
        makersWithEffort.size() < k ? Optional.empty() : Optional.of(median()));
  }

  /** What is behind an answer, where the answer itself may be told. */
  private static <T extends Comparable<T>> Map<T, Share> apart(
      AnonymousCounts<T> parts,
      ProvisionOutcome answer,
      Map<ProvisionOutcome, Share> shares,
      int k) {
    boolean told = parts.makers() >= k && !shares.getOrDefault(answer, Share.HIDDEN).isHidden();
    return told ? parts.shares(k) : Map.of();
  }

  private Duration median() {
    List<Duration> sorted = efforts.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
  }
}
