package dev.plumbline.observation.trial;

import dev.plumbline.observation.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the facts of outages have in common. Each component that lacks was not recorded. */
public sealed interface Outage extends Fact permits OutageIsolation, OutageNetwork, OutagePower {
  /** What the device told before, by name. */
  Optional<Map<String, String>> before();

  /** The same meanwhile. */
  Optional<Map<String, String>> during();

  /** The same afterwards. */
  Optional<Map<String, String>> after();

  /** Whether all endpoints answered again without help. */
  Optional<Boolean> cameBack();

  /** Endpoints that did not. */
  Optional<List<String>> missing();

  /** Number of cuts. */
  Optional<Long> cuts();

  /** Length of each in seconds. */
  Optional<Long> seconds();

  /** Endpoints that were compared. */
  Optional<List<String>> endpoints();

  /** Whether nothing was heard of any endpoint from the cut until the return. */
  boolean control();

  /** Whether nothing could be read while the power was away. */
  Optional<Boolean> readingEnds();

  /** What could not be read. */
  Optional<List<String>> gaps();
}
