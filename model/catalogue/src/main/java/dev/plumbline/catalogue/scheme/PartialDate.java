package dev.plumbline.catalogue.scheme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A date as far as it is known.
 *
 * @param text a day, a month ({@code 2020-10}), a year, or {@code unknown}
 */
public record PartialDate(String text) {
  /** A date that nothing tells. */
  public static final PartialDate UNKNOWN = new PartialDate("unknown");

  /** Whether a day is on or after a date that may be known in part. */
  public enum Reached {
    NO,
    YES,
    UNKNOWN
  }

  /** The first day that it can mean, and the last. */
  private record Span(LocalDate first, LocalDate last) {}

  public PartialDate {
    if (!text.equals("unknown") && span(text).isEmpty()) {
      throw new IllegalArgumentException("neither a day, a month, a year nor unknown: " + text);
    }
  }

  /** Whether a day is on or after this date. */
  public Reached on(LocalDate day) {
    return span(text)
        .map(
            s ->
                day.isBefore(s.first())
                    ? Reached.NO
                    : day.isBefore(s.last()) ? Reached.UNKNOWN : Reached.YES)
        .orElse(Reached.UNKNOWN);
  }

  public boolean known() {
    return !text.equals("unknown");
  }

  private static Optional<Span> span(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(year(Integer.parseInt(text)));
        case 7 -> Optional.of(month(YearMonth.parse(text)));
        case 10 -> Optional.of(new Span(LocalDate.parse(text), LocalDate.parse(text)));
        default -> Optional.empty();
      };
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Span year(int year) {
    return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  private static Span month(YearMonth month) {
    return new Span(month.atDay(1), month.atEndOfMonth());
  }

  @Override
  public String toString() {
    return text;
  }
}
