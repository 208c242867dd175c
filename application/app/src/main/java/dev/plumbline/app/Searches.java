package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Items of a dossier that a machine searched without finding anything, and that wait for a person
 * to confirm it.
 */
public record Searches(AssessedDossier assessed, List<Judged> items) {
  public Searches {
    items = List.copyOf(items);
  }

  /** All that are open. */
  public static Searches open(AssessedDossier assessed) {
    return new Searches(assessed, assessed.result().items().filter(Confirmation::isOpen).toList());
  }

  /**
   * Those of these names.
   *
   * @throws UnusableInputException if a name is not that of one item, or the item was not searched
   */
  public static Searches named(AssessedDossier assessed, List<String> names) {
    return new Searches(assessed, names.stream().map(n -> searched(assessed.item(n))).toList());
  }

  private static Judged searched(Judged item) {
    if (!Confirmation.isOpen(item)) {
      throw new UnusableInputException(
          Message.of(
              "PLB-C318",
              "item",
              item.item().id().toString(),
              "verdict",
              item.verdict() == Verdict.NOT_APPLICABLE ? "N/A" : item.verdict().toString()));
    }
    return item;
  }

  /** The items, in the order of the standard or of the names. */
  public List<ItemId> ids() {
    return items.stream().map(i -> i.item().id()).toList();
  }

  /**
   * Records that a person confirms some of them.
   *
   * @param recorder of that person
   * @param agreed of {@link #ids()}
   */
  public RecordingResult<Decision> confirm(
      DecisionRecorder recorder, Collection<ItemId> agreed, String because, Instant at)
      throws IOException {
    return Confirmation.record(
        recorder,
        assessed.seen(),
        items.stream().filter(i -> agreed.contains(i.item().id())).toList(),
        because,
        at);
  }
}
