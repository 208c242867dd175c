package dev.plumbline.dossier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an IXIT entry a program drafted.
 *
 * @param proposed columns that are written and that nobody has accepted yet; their cells are no
 *     cells of the entry
 * @param origins columns whose value was drafted from an observation, accepted or not; a comparison
 *     of such a value with the device compares the device with itself
 */
public record Draft(List<String> proposed, Map<String, Origin> origins) {
  /** The key under which an entry lists the columns that are proposed. */
  public static final String PROPOSED = "proposed";

  /** The key under which an entry keeps what was drafted from observations. */
  public static final String DRAFTED = "drafted";

  /** The key of the drafted value in an {@link Origin}. */
  public static final String VALUE = "value";

  /** The key of the source in an {@link Origin}. */
  public static final String FROM = "from";

  /** An entry that people wrote. */
  public static final Draft NONE = new Draft(List.of(), Map.of());

  public Draft {
    proposed = List.copyOf(proposed);
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
  }

  /**
   * Where a value came from.
   *
   * @param value as it was drafted, in plain types
   * @param from the observation, for people
   */
  public record Origin(Object value, String from) {}
}
