package dev.plumbline.insight.change;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.ProvisionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test item that has to be tested again.
 *
 * @param by ids of the probes and importers that told about it last; empty when a person decided
 * @param why each reason as a clause
 * @param took how long those took last time, together; empty when that is not recorded
 */
public record Retest(
    ItemId item,
    ProvisionId provision,
    List<String> by,
    List<String> why,
    Optional<Duration> took) {
  public Retest {
    by = List.copyOf(by);
    why = List.copyOf(why);
  }
}
