package dev.plumbline.insight.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of a record. */
final class Days {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Days() {}

  /**
   * The day in UTC; a time that no clock of a tester shows is taken for the nearest that one can.
   */
  static LocalDate of(Instant at) {
    Instant sound = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    return LocalDate.ofInstant(sound, ZoneOffset.UTC);
  }
}
