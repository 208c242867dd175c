package dev.plumbline.judging;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The decisions of people by item: which one counts, which ones it replaced, which ones compete.
 */
public final class DecidedItems {
  private final Map<ItemId, List<Decision>> all = new HashMap<>();

  private DecidedItems() {}

  /** The decisions of a record, in the order of its journal. */
  public static DecidedItems of(List<Decision> decisions) {
    DecidedItems items = new DecidedItems();
    decisions.forEach(d -> items.all.computeIfAbsent(d.item(), i -> new ArrayList<>()).add(d));
    return items;
  }

  /** Every decision on an item, replaced ones too, in the order of the journal. */
  public List<Decision> history(ItemId item) {
    return List.copyOf(all.getOrDefault(item, List.of()));
  }

  /** The last decision on an item. */
  public Optional<Decision> last(ItemId item) {
    List<Decision> known = all.getOrDefault(item, List.of());
    return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
  }

  /**
   * The decisions on an item that no other one replaced, in the order of the journal. More than one
   * stand there when two people decided without seeing each other's, such as on two branches. A
   * record of the first form replaces those of the first form before it, and no signed one: it does
   * not say what its author saw, and anybody can write it by hand.
   */
  public List<Decision> standing(ItemId item) {
    List<Decision> known = all.getOrDefault(item, List.of());
    if (known.size() < 2) {
      return List.copyOf(known);
    }
    Set<Digest> replaced = new HashSet<>();
    List<Decision> standing = new ArrayList<>();
    boolean unsignedFollows = false;
    for (int i = known.size() - 1; i >= 0; i--) {
      Decision decision = known.get(i);
      boolean unsigned = decision.signed().isEmpty();
      if (!replaced.contains(decision.digest()) && !(unsigned && unsignedFollows)) {
        standing.addFirst(decision);
      }
      unsignedFollows |= unsigned;
      decision.signed().ifPresent(s -> replaced.addAll(s.saw().records()));
    }
    return List.copyOf(standing);
  }
}
