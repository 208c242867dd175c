package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.BoundedPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A span of time that a text tells in digits.
 *
 * @param hours a month counts as thirty days, a year as 365
 * @param working whether working days are meant
 */
record TimeSpan(long hours, boolean working) {
  /** A number, and the words behind it up to the next number or the end of the clause. */
  private static final BoundedPattern NUMBER =
      BoundedPattern.compile(
          "(?<![\\p{L}\\d.-])(\\d{1,4})[\\s-]*([\\p{L}]+)(?:[\\s-]+([\\p{L}]+))?");

  /** Forty years; a larger number is a date. */
  private static final long LONGEST = 40L * 8760;

  private static final Words WORDS = Words.load();
  private static final Map<Topic, Long> UNITS =
      Map.of(
          Topic.HOURS, 1L,
          Topic.DAYS, 24L,
          Topic.WEEKS, 168L,
          Topic.MONTHS, 720L,
          Topic.YEARS, 8760L);

  static List<TimeSpan> all(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .flatMap(
            m ->
                span(
                    Long.parseLong(m.group(1)),
                    m.group(2),
                    Optional.ofNullable(m.group(3)).orElse("")))
        .toList();
  }

  /** The span of a text that tells just one. */
  static Optional<TimeSpan> only(String text) {
    List<TimeSpan> all = all(text);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static Stream<TimeSpan> span(long number, String first, String second) {
    boolean working = WORDS.speaksOf(Topic.WORKING, first);
    String unit = working && !unit(second).isEmpty() ? second : first;
    return unit(unit).filter(u -> number * u <= LONGEST).stream()
        .map(u -> new TimeSpan(number * u, working || WORDS.speaksOf(Topic.WORKING, second)));
  }

  private static Optional<Long> unit(String word) {
    return UNITS.entrySet().stream()
        .filter(u -> WORDS.speaksOf(u.getKey(), word))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
