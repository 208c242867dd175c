package dev.plumbline.insight.statistics;

import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long people took for their decisions, as far as the journal lets it be reckoned: the time
 * since the same person's decision before, where both belong to one sitting. The first decision of
 * a sitting has no such time.
 *
 * @param byItem time of each item that has one; of several decisions on an item, all together
 */
public record Effort(Map<ItemId, Duration> byItem) {
  /** A longer pause ends a sitting. */
  public static final Duration PAUSE = Duration.ofMinutes(30);

  public Effort {
    byItem = Map.copyOf(byItem);
  }

  /** The times of decisions, in whatever order. */
  public static Effort of(List<Decision> decisions) {
    Map<ItemId, Duration> byItem = new HashMap<>();
    Map<String, Instant> last = new HashMap<>();
    for (Decision d : decisions.stream().sorted(Comparator.comparing(Decision::at)).toList()) {
      Instant before = last.put(d.by(), d.at());
      if (before != null) {
        Duration took = Duration.between(before, d.at());
        if (took.compareTo(PAUSE) <= 0) {
          byItem.merge(d.item(), took, Duration::plus);
        }
      }
    }
    return new Effort(byItem);
  }
}
