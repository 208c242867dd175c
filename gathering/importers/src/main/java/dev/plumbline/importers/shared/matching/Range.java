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
  public Answer holds(String version, Scheme scheme) {
    if (version.isBlank()) {
      return Answer.UNKNOWN;
    }
    Answer lower =
        from.isEmpty() || "0".equals(from) ? Answer.AFFECTED : side(version, scheme, true);
    Answer upper = to.isEmpty() ? Answer.AFFECTED : side(version, scheme, false);
    if (lower == Answer.NOT_AFFECTED || upper == Answer.NOT_AFFECTED) {
      return Answer.NOT_AFFECTED;
    }
    return lower == Answer.UNKNOWN || upper == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.AFFECTED;
  }

  private Answer side(String version, Scheme scheme, boolean lower) {
    OptionalInt order = lower ? scheme.compare(version, from) : scheme.compare(to, version);
    if (order.isEmpty()) {
      return Answer.UNKNOWN;
    }
    boolean included = lower ? fromIncluded : toIncluded;
    return order.getAsInt() > 0 || (order.getAsInt() == 0 && included)
        ? Answer.AFFECTED
        : Answer.NOT_AFFECTED;
  }

  /** One of several ranges is enough; none counts only when all could be judged. */
  public static Answer any(List<Range> ranges, String version, Scheme scheme) {
    boolean unknown = ranges.isEmpty();
    for (Range range : ranges) {
      Answer answer = range.holds(version, scheme);
      if (answer == Answer.AFFECTED) {
        return Answer.AFFECTED;
      }
      unknown |= answer == Answer.UNKNOWN;
    }
    return unknown ? Answer.UNKNOWN : Answer.NOT_AFFECTED;
  }
}
