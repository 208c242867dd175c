package dev.plumbline.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnonymousCountsProperties {
  private static final int K = 5;

  /** Each pair is a product: its maker and its answer. */
  @Property(tries = 300)
  void whatIsKeptBackHasEnoughMakersTogetherOrIsAll(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 99) Integer> pairs) {
    AnonymousCounts<Integer> tally = new AnonymousCounts<>();
    pairs.forEach(p -> tally.add(p % 5, "maker " + p / 5));
    Map<Integer, Share> shares = tally.shares(K);
    Set<Integer> hidden =
        shares.entrySet().stream()
            .filter(e -> e.getValue().isHidden())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    for (int answer : shares.keySet()) {
      if (!hidden.contains(answer)) {
        assertThat(makers(pairs, Set.of(answer))).isGreaterThanOrEqualTo(K);
      }
    }
    if (!hidden.isEmpty() && hidden.size() < shares.size()) {
      assertThat(hidden).hasSizeGreaterThan(1);
      assertThat(makers(pairs, hidden)).isGreaterThanOrEqualTo(K);
    }
  }

  private static int makers(List<Integer> pairs, Set<Integer> answers) {
    Set<Integer> makers = new HashSet<>();
    pairs.stream().filter(p -> answers.contains(p % 5)).forEach(p -> makers.add(p / 5));
    return makers.size();
  }
}
