package dev.plumbline.insight.change;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A test item that rests on something that changed.
 *
 * @param before its verdict before; empty when there was no such item
 * @param after its verdict after; empty when there is no such item any more
 * @param because what it rests on that changed, each in a few words
 */
public record Touched(
    ItemId item,
    ProvisionId provision,
    Optional<Verdict> before,
    Optional<Verdict> after,
    List<String> because) {
  public Touched {
    because = List.copyOf(because);
  }

  /** Whether its verdict is another one. */
  public boolean turned() {
    return !before.equals(after);
  }
}
