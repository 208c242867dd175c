package dev.plumbline.app;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.judging.WorkCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The items that wait for a person, station by station, so that each state of the device is set up
 * once. What was decided leaves the walk; so it goes on where it stopped.
 *
 * @param cards in the order in which to work
 */
public record Walk(List<WorkCard> cards) {
  public Walk {
    cards = List.copyOf(cards);
  }

  /**
   * The items of a dossier.
   *
   * @param all whether decided items are wanted too, such as for a printed plan
   * @param station the only station that is wanted; empty for every one
   */
  public static Walk of(AssessedDossier assessed, boolean all, Optional<String> station) {
    List<Observation> seen = assessed.workspace().dossier().observations();
    Walk walk = all ? ofAll(assessed.result(), seen) : of(assessed.result(), seen);
    return new Walk(
        walk.cards.stream()
            .filter(c -> station.isEmpty() || station.get().equals(c.station().id()))
            .toList());
  }

  /** The items, in the order of the cards. */
  public List<ItemId> ids() {
    return cards.stream().map(WorkCard::item).toList();
  }

  /**
   * Items that are open and for a person.
   *
   * @param observations of the dossier
   */
  public static Walk of(Assessment assessment, List<Observation> observations) {
    return of(assessment, observations, assessment.items().filter(Walk::waits));
  }

  /** All items, decided or not, such as for a printed plan. */
  public static Walk ofAll(Assessment assessment, List<Observation> observations) {
    return of(assessment, observations, assessment.items());
  }

  /** Whether nothing counts for the item before a person has decided. */
  public static boolean waits(Judged item) {
    return item.verdict() == Verdict.INCONCLUSIVE && item.by() == DecidedBy.ASSESSOR;
  }

  /**
   * Makes the cards of an assessment's items.
   *
   * @param observations of the dossier
   */
  public static WorkCard.Maker cards(Assessment assessment, List<Observation> observations) {
    String version = assessment.product().softwareVersion();
    return WorkCard.Maker.of(
        assessment.catalogue(),
        observations.stream().filter(o -> o.source().softwareVersion().equals(version)).toList());
  }

  private static Walk of(
      Assessment assessment, List<Observation> observations, Stream<Judged> items) {
    WorkCard.Maker maker = cards(assessment, observations);
    return new Walk(
        StationItem.inOrder(items, maker.stations()).stream()
            .map(i -> maker.card(i.judged()))
            .toList());
  }
}
