package dev.plumbline.judging.check;

import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Optional;

/**
 * One test unit on one subject.
 *
 * @param entry the IXIT entry, where the subject is one
 * @param second the entry that it refers to, where the subject is a pair
 * @param emptySelection true for the item that stands for "no entry of the table matches": a person
 *     confirms that this is so
 * @param by who decides it
 * @param needs keys of the observations that the decision needs
 * @param blocked why nothing can decide it yet; empty when something can
 * @param inherits items whose findings it takes over; it is never better than the worst of them
 * @param note what a person has to look at, or why an empty selection is right; empty when there is
 *     nothing to say
 */
public record TestItem(
    ItemId id,
    TestUnit unit,
    Optional<IxitEntry> entry,
    Optional<IxitEntry> second,
    boolean emptySelection,
    DecidedBy by,
    List<String> needs,
    Optional<String> blocked,
    List<ItemId> inherits,
    String note) {
  public TestItem {
    needs = List.copyOf(needs);
    inherits = List.copyOf(inherits);
  }

  /** An item of its own: it inherits from none. */
  public TestItem(
      ItemId id,
      TestUnit unit,
      Optional<IxitEntry> entry,
      Optional<IxitEntry> second,
      boolean emptySelection,
      DecidedBy by,
      List<String> needs,
      Optional<String> blocked) {
    this(id, unit, entry, second, emptySelection, by, needs, blocked, List.of(), "");
  }
}
