package dev.plumbline.app;

import dev.plumbline.catalogue.Stations;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.WorkCard;
import java.util.List;
import java.util.Optional;

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

  private static Walk of(
      Assessment assessment,
      List<Observation> observations,
      java.util.stream.Stream<Judged> items) {
    String version = assessment.product().softwareVersion();
    WorkCard.Maker maker =
        WorkCard.Maker.of(
            assessment.catalogue(),
            observations.stream()
                .filter(o -> o.source().softwareVersion().equals(version))
                .toList());
    List<WorkCard> all = items.map(maker::card).toList();
    Stations stations = maker.stations();
    return new Walk(
        stations.all().stream()
            .flatMap(s -> all.stream().filter(c -> c.station().equals(s)))
            .toList());
  }
}
