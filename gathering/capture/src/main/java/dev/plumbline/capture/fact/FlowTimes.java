package dev.plumbline.capture.fact;

import java.time.Instant;

/** Times as observations write them. */
final class FlowTimes {
  private static final long NANOS = 1_000_000_000L;

  private FlowTimes() {}

  /** As ISO 8601 to the microsecond; empty where the capture tells no time. */
  static String instant(long nanos) {
    return nanos <= 0 || nanos == Long.MAX_VALUE
        ? ""
        : Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS / 1_000 * 1_000).toString();
  }
}
