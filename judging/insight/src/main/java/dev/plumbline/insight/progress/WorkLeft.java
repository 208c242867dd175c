package dev.plumbline.insight.progress;

import dev.plumbline.catalogue.Station;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.insight.statistics.Effort;
import dev.plumbline.judging.WorkCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people have still to do, and how long it may take them.
 *
 * @param stations with work left, in the order of the cards
 */
public record WorkLeft(List<StationWork> stations) {
  /** So many times of a station are a measurement; fewer are chance. */
  static final int ENOUGH = 5;

  public WorkLeft {
    stations = List.copyOf(stations);
  }

  /**
   * The work at one station.
   *
   * @param items that wait
   * @param each estimated time for one of them
   * @param measured whether the time is the median of decisions of this dossier, and not assumed
   */
  public record StationWork(Station station, int items, Duration each, boolean measured) {
    /** For all of them. */
    public Duration time() {
      return each.multipliedBy(items);
    }
  }

  /** How many items wait. */
  public int items() {
    return stations.stream().mapToInt(StationWork::items).sum();
  }

  /** The estimated time for all of them. */
  public Duration time() {
    return stations.stream().map(StationWork::time).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The work that is left.
   *
   * @param cards of all items, also of those that are decided
   * @param waiting items that wait for a person
   * @param decisions all that were made
   */
  public static WorkLeft of(List<WorkCard> cards, Set<ItemId> waiting, List<Decision> decisions) {
    Map<ItemId, Duration> took = Effort.of(decisions).byItem();
    Map<Station, List<WorkCard>> stations = new LinkedHashMap<>();
    cards.forEach(c -> stations.computeIfAbsent(c.station(), s -> new ArrayList<>()).add(c));
    List<StationWork> work = new ArrayList<>();
    stations.forEach(
        (station, all) -> {
          int items = (int) all.stream().map(WorkCard::item).filter(waiting::contains).count();
          if (items > 0) {
            List<Duration> times =
                all.stream()
                    .map(WorkCard::item)
                    .flatMap(i -> Optional.ofNullable(took.get(i)).stream())
                    .sorted()
                    .toList();
            work.add(work(station, items, times));
          }
        });
    return new WorkLeft(work);
  }

  private static StationWork work(Station station, int items, List<Duration> times) {
    boolean measured = times.size() >= ENOUGH;
    Duration each = measured ? times.get(times.size() / 2) : Duration.ofMinutes(station.minutes());
    return new StationWork(station, items, each, measured);
  }
}
