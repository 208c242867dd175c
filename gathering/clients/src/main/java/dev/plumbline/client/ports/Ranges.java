package dev.plumbline.client.ports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Ports as ranges for people: {@code 1-1023}, {@code 8080}; at most the first 200 ranges. */
public final class Ranges {
  // A device that answers on every second port fills no journal.
  private static final int MOST = 200;

  private Ranges() {}

  public static List<String> text(BitSet ports) {
    List<String> ranges = new ArrayList<>();
    int first = ports.nextSetBit(0);
    while (first >= 0 && ranges.size() < MOST) {
      int end = ports.nextClearBit(first);
      ranges.add(end - 1 == first ? String.valueOf(first) : first + "-" + (end - 1));
      first = ports.nextSetBit(end);
    }
    return List.copyOf(ranges);
  }
}
