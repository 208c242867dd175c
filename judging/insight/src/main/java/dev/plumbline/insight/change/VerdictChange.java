package dev.plumbline.insight.change;

import dev.plumbline.core.Verdict;
import java.util.List;

/**
 * Which verdicts the changes touch, both sides judged for the same day under the same crypto
 * policy.
 *
 * @param before overall
 * @param after overall
 * @param provisions those whose verdict is another one
 * @param items those that rest on something that changed, whether or not their verdict did
 */
public record VerdictChange(
    Verdict before, Verdict after, List<TurnedProvision> provisions, List<Touched> items) {
  public VerdictChange {
    provisions = List.copyOf(provisions);
    items = List.copyOf(items);
  }

  /** The items whose verdict is another one. */
  public List<Touched> turned() {
    return items.stream().filter(Touched::turned).toList();
  }
}
