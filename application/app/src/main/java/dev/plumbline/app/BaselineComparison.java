package dev.plumbline.app;

import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultChange;
import dev.plumbline.insight.comparison.ResultChange.Kind;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of a product since its baseline.
 *
 * @param accepted items whose new FAIL does not count, for their risk is accepted
 */
public record BaselineComparison(Comparison comparison, Set<String> accepted) {
  public BaselineComparison {
    accepted = Set.copyOf(accepted);
  }

  /** Whether something FAILs that did not, and counts. */
  public boolean hasNewFail() {
    return worse().anyMatch(c -> c.kind() == Kind.NEW_FAIL);
  }

  /** Whether anything that counts got worse. */
  public boolean isWorse() {
    return worse().findAny().isPresent();
  }

  private Stream<ResultChange> worse() {
    return comparison.changes(Weight.WORSE).stream()
        .filter(c -> c.kind() != Kind.NEW_FAIL || !accepted.contains(c.subject()));
  }
}
