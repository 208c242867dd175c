package dev.plumbline.engine.exposure;

import dev.plumbline.dossier.Observation;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code tcp.open-ports} says of one address: open, closed, or not known.
 *
 * @param observation answered
 */
record ScannedPorts(Observation observation, BitSet open, BitSet closed) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final int LAST = 65_535;

  /** Lists of ranges end here; what lies behind is not told. */
  private static final int MOST_RANGES = 200;

  static ScannedPorts of(Observation observation) {
    BitSet open = ports(observation.value().get("open"));
    BitSet closed = ports(observation.coverage().get("ports"));
    Object unanswered = observation.coverage().get("unansweredPorts");
    long silent = observation.coverage().get("unanswered") instanceof Number n ? n.longValue() : -1;
    boolean told = unanswered instanceof List<?> l && l.size() < MOST_RANGES;
    if (silent != 0 && !told) {
      closed.clear();
    }
    closed.andNot(ports(unanswered));
    closed.andNot(ports(observation.coverage().get("outOfScope")));
    closed.andNot(open);
    return new ScannedPorts(observation, open, closed);
  }

  private static BitSet ports(@org.jspecify.annotations.Nullable Object list) {
    BitSet ports = new BitSet();
    if (list instanceof List<?> ranges) {
      for (Object range : ranges) {
        Matcher m = RANGE.matcher(String.valueOf(range));
        if (m.matches()) {
          int first = Integer.parseInt(m.group(1));
          int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
          ports.set(first, Math.max(first, Math.min(last, LAST)) + 1);
        }
      }
    }
    return ports;
  }
}
