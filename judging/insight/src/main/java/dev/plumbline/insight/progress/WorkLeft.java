package dev.plumbline.insight.progress;

import dev.plumbline.catalogue.Station;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.insight.statistics.Effort;
import dev.plumbline.judging.StationItem;
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
 * @param stations with work left, in the order in which to work
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
   * @param all items in the order in which to work, also those that are decided
   * @param waiting items that wait for a person
   * @param decisions all that were made
   */
  public static WorkLeft of(List<StationItem> all, Set<ItemId> waiting, List<Decision> decisions) {
    Map<ItemId, Duration> took = Effort.of(decisions).byItem();
    Map<Station, List<ItemId>> stations = new LinkedHashMap<>();
    all.forEach(i -> stations.computeIfAbsent(i.station(), s -> new ArrayList<>()).add(i.id()));
    List<StationWork> work = new ArrayList<>();
    stations.forEach(
        (station, ids) -> {
          int items = (int) ids.stream().filter(waiting::contains).count();
          if (items > 0) {
            List<Duration> times =
                ids.stream()
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
