package dev.plumbline.judging.exposure;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.TcpOpenPorts;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;

/** What a look for open TCP ports says of one address: open, closed, or not known. */
record ScannedPorts(BitSet open, BitSet closed) {
  private static final BoundedPattern RANGE = BoundedPattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final int LAST = 65_535;

  /** Lists of ranges end here; what lies behind is not told. */
  private static final int MOST_RANGES = 200;

  static ScannedPorts of(TcpOpenPorts look) {
    BitSet open = new BitSet();
    look.open().forEach(open::set);
    BitSet closed = ports(look.ports());
    if (look.unanswered() > 0 && look.unansweredPorts().size() >= MOST_RANGES) {
      closed.clear();
    }
    closed.andNot(ports(look.unansweredPorts()));
    closed.andNot(ports(look.outOfScope()));
    closed.andNot(open);
    return new ScannedPorts(open, closed);
  }

  /** The same where a second look found more ports open. */
  ScannedPorts and(LaterPorts later) {
    BitSet allOpen = (BitSet) open.clone();
    later.open().forEach(o -> allOpen.set(o.port()));
    BitSet stillClosed = (BitSet) closed.clone();
    stillClosed.andNot(allOpen);
    return new ScannedPorts(allOpen, stillClosed);
  }

  private static BitSet ports(List<String> ranges) {
    BitSet ports = new BitSet();
    for (String range : ranges) {
      Matcher m = RANGE.matcher(range);
      if (m.matches()) {
        int first = Integer.parseInt(m.group(1));
        int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
        ports.set(first, Math.max(first, Math.min(last, LAST)) + 1);
      }
    }
    return ports;
  }
}
