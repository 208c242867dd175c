package dev.plumbline.judging.plan;

import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.IxitEntry;
import java.util.Optional;

/**
 * What a unit is applied to once.
 *
 * @param empty whether it stands for "nothing matches"
 * @param blocked why nothing can be said about it yet; empty when something can
 * @param note what a person has to look at; empty when there is nothing to say
 */
record Subject(
    Optional<IxitEntry> entry,
    Optional<IxitEntry> second,
    boolean empty,
    String blocked,
    String note) {

  static Subject dut() {
    return new Subject(Optional.empty(), Optional.empty(), false, "", "");
  }

  static Subject blocked(Optional<IxitEntry> entry, String why) {
    return new Subject(entry, Optional.empty(), false, why, "");
  }

  static Subject nothing(Optional<IxitEntry> entry, String note) {
    return new Subject(entry, Optional.empty(), true, "", note);
  }

  static Subject of(IxitEntry entry, String note) {
    return new Subject(Optional.of(entry), Optional.empty(), false, "", note);
  }

  static Subject pair(IxitEntry entry, IxitEntry second, String note) {
    return new Subject(Optional.of(entry), Optional.of(second), false, "", note);
  }

  /** The name in item ids. */
  String name() {
    String first = entry.map(IxitEntry::subject).orElse(ItemId.DUT);
    return second.map(s -> first + "+" + s.subject()).orElse(first);
  }
}
