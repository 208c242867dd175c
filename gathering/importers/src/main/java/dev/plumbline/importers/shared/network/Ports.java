package dev.plumbline.importers.shared.network;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;

/** Ports as tools write them: {@code 22,80,8000-8100}. */
public final class Ports {
  private static final int LAST = 65_535;
  private static final int MOST_RANGES = 200;
  private static final BoundedPattern RANGE = BoundedPattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private Ports() {}

  /** Ports 1 to 65535 of a list; what is no port is passed over. */
  public static BitSet parse(String text) {
    BitSet ports = new BitSet();
    for (String part : text.split(",", -1)) {
      Matcher m = RANGE.matcher(part.strip());
      if (m.matches()) {
        int from = Integer.parseInt(m.group(1));
        int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
        if (from <= to && to <= LAST) {
          ports.set(Math.max(1, from), to + 1);
        }
      }
    }
    ports.clear(0);
    return ports;
  }

  /** A port number; 0 when the text is none. */
  public static int port(String text) {
    if (!text.matches("\\d{1,5}")) {
      return 0;
    }
    int port = Integer.parseInt(text);
    return port <= LAST ? port : 0;
  }

  /** As ranges; at most the first 200. */
  public static List<String> ranges(BitSet ports) {
    List<String> ranges = new ArrayList<>();
    int first = ports.nextSetBit(0);
    while (first >= 0 && ranges.size() < MOST_RANGES) {
      int end = ports.nextClearBit(first);
      ranges.add(end - 1 == first ? String.valueOf(first) : first + "-" + (end - 1));
      first = ports.nextSetBit(end);
    }
    return List.copyOf(ranges);
  }

  /** As numbers, ascending. */
  public static List<Long> numbers(BitSet ports) {
    return ports.stream().mapToObj(Long::valueOf).toList();
  }
}
