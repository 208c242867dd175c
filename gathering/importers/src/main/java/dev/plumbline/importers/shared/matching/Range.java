package dev.plumbline.importers.shared.matching;

import java.util.List;
import java.util.OptionalInt;

/**
 * Versions from one to another.
 *
 * @param from first affected version; empty for all before the end
 * @param fromIncluded whether {@code from} itself is affected
 * @param to where it ends; empty where no end is known
 * @param toIncluded whether {@code to} itself is affected
 */
public record Range(String from, boolean fromIncluded, String to, boolean toIncluded) {
  /** Whether a version lies inside. */
  public AffectedStatus holds(String version, VersionScheme scheme) {
    if (version.isBlank()) {
      return AffectedStatus.UNKNOWN;
    }
    AffectedStatus lower =
        from.isEmpty() || "0".equals(from) ? AffectedStatus.AFFECTED : side(version, scheme, true);
    AffectedStatus upper = to.isEmpty() ? AffectedStatus.AFFECTED : side(version, scheme, false);
    if (lower == AffectedStatus.NOT_AFFECTED || upper == AffectedStatus.NOT_AFFECTED) {
      return AffectedStatus.NOT_AFFECTED;
    }
    return lower == AffectedStatus.UNKNOWN || upper == AffectedStatus.UNKNOWN
        ? AffectedStatus.UNKNOWN
        : AffectedStatus.AFFECTED;
  }

  private AffectedStatus side(String version, VersionScheme scheme, boolean lower) {
    OptionalInt order = lower ? scheme.compare(version, from) : scheme.compare(to, version);
    if (order.isEmpty()) {
      return AffectedStatus.UNKNOWN;
    }
    boolean included = lower ? fromIncluded : toIncluded;
    return order.getAsInt() > 0 || (order.getAsInt() == 0 && included)
        ? AffectedStatus.AFFECTED
        : AffectedStatus.NOT_AFFECTED;
  }

  /** One of several ranges is enough; none counts only when all could be judged. */
  public static AffectedStatus any(List<Range> ranges, String version, VersionScheme scheme) {
    boolean unknown = ranges.isEmpty();
    for (Range range : ranges) {
      AffectedStatus answer = range.holds(version, scheme);
      if (answer == AffectedStatus.AFFECTED) {
        return AffectedStatus.AFFECTED;
      }
      unknown |= answer == AffectedStatus.UNKNOWN;
    }
    return unknown ? AffectedStatus.UNKNOWN : AffectedStatus.NOT_AFFECTED;
  }
}
