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
  private final Tally<Answer> answers = new Tally<>();
  private final Tally<Conclusion> passes = new Tally<>();
  private final Tally<Conclusion> undecided = new Tally<>();
  private final Tally<String> absences = new Tally<>();
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
        .ifPresent(r -> (sample.answer() == Answer.PASS ? passes : undecided).add(r, maker));
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
    Map<Answer, Share> shares = answers.shares(k);
    return new ProvisionStatistics(
        provision,
        mandatory,
        shares,
        apart(passes, Answer.PASS, shares, k),
        apart(undecided, Answer.INCONCLUSIVE, shares, k),
        apart(absences, Answer.NOT_APPLICABLE, shares, k),
        makersWithEffort.size() < k ? Optional.empty() : Optional.of(median()));
  }

  /** What is behind an answer, where the answer itself may be told. */
  private static <T extends Comparable<T>> Map<T, Share> apart(
      Tally<T> parts, Answer answer, Map<Answer, Share> shares, int k) {
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
