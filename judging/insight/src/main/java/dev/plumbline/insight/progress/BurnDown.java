package dev.plumbline.insight.progress;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many items of the plan as it is today waited for a person at the end of each day: of those
 * that wait now, and of those for which a person's decision counts now.
 *
 * @param points days on which the number changed, ascending; the first one is the day before the
 *     first decision, the last one today. Empty where no person's decision counts.
 */
public record BurnDown(List<Point> points) {
  public BurnDown {
    points = List.copyOf(points);
  }

  /**
   * The end of a day, in UTC.
   *
   * @param left items that waited then
   */
  public record Point(LocalDate day, int left) {}

  /**
   * Of judged items.
   *
   * @param waiting those that wait for a person
   */
  public static BurnDown of(List<Judged> items, Set<ItemId> waiting, LocalDate today) {
    TreeMap<LocalDate, Integer> decided = new TreeMap<>();
    for (Judged item : items) {
      if (item.by() == DecidedBy.ASSESSOR && !waiting.contains(item.item().id())) {
        item.decision()
            .map(d -> Days.of(d.at()))
            .ifPresent(day -> decided.merge(day, 1, Integer::sum));
      }
    }
    if (decided.isEmpty()) {
      return new BurnDown(List.of());
    }
    int left = waiting.size() + decided.values().stream().mapToInt(Integer::intValue).sum();
    List<Point> points = new ArrayList<>();
    points.add(new Point(decided.firstKey().minusDays(1), left));
    for (Map.Entry<LocalDate, Integer> day : decided.entrySet()) {
      left -= day.getValue();
      points.add(new Point(day.getKey(), left));
    }
    if (points.getLast().day().isBefore(today)) {
      points.add(new Point(today, left));
    }
    return new BurnDown(points);
  }
}
