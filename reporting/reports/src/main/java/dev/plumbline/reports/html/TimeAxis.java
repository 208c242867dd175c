package dev.plumbline.reports.html;

import dev.plumbline.judging.traffic.Contact;
import dev.plumbline.judging.traffic.TrafficSeen.Picture;
import dev.plumbline.reports.html.TrafficView.SpanView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time that the newest capture covers, as a line of a thousand parts. */
record TimeAxis(Optional<Instant> begin, Optional<Instant> end) {
  private static final double WHOLE = 1_000;

  /** Narrowest stretch, so that one packet is seen. */
  private static final double LEAST = 4;

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static TimeAxis of(Picture picture) {
    return new TimeAxis(picture.from(), picture.until());
  }

  static String shown(Instant at) {
    return SHOWN.format(at);
  }

  String from() {
    return begin.map(TimeAxis::shown).orElse("");
  }

  String until() {
    return end.map(TimeAxis::shown).orElse("");
  }

  /** The time as the beginning of a sentence. */
  String range() {
    if (begin.isEmpty() || end.isEmpty()) {
      return "At a time that the file does not tell";
    }
    return "From "
        + from()
        + " to "
        + until()
        + " ("
        + Amounts.time(Duration.between(begin.get(), end.get()))
        + ")";
  }

  private boolean covers(Instant at) {
    return begin.isPresent()
        && end.isPresent()
        && !at.isBefore(begin.get())
        && !at.isAfter(end.get());
  }

  private double place(Instant at) {
    Instant from = begin.orElseThrow();
    double all = Math.max(1, Duration.between(from, end.orElseThrow()).toMillis());
    return WHOLE * Duration.between(from, at).toMillis() / all;
  }

  /** The stretch in which there was traffic; empty for what lies outside. */
  Optional<SpanView> span(Contact c) {
    if (c.first().isEmpty() || !covers(c.first().get())) {
      return Optional.empty();
    }
    Instant last = c.last().filter(this::covers).orElse(c.first().get());
    double width = Math.max(LEAST, place(last) - place(c.first().get()));
    double x = Math.min(place(c.first().get()), WHOLE - width);
    return Optional.of(new SpanView(decimal(x), decimal(width)));
  }

  /** Path data of the moments when connections began. */
  String marks(Contact c) {
    return starts(c)
        .map(s -> String.format(Locale.ROOT, "M%.1f 0v20h3v-20z", Math.min(place(s), WHOLE - 3)))
        .distinct()
        .collect(Collectors.joining());
  }

  private Stream<Instant> starts(Contact c) {
    List<Instant> known = c.starts();
    return (known.isEmpty() ? c.first().stream() : known.stream()).filter(this::covers);
  }

  /** When there was traffic, in words. */
  String when(Contact c) {
    if (c.first().isEmpty()) {
      return "at a time that was not told";
    }
    Instant first = c.first().get();
    Instant last = c.last().orElse(first);
    boolean oneDay =
        covers(first)
            && SHOWN
                .format(begin.orElseThrow())
                .regionMatches(0, SHOWN.format(end.orElseThrow()), 0, 10);
    DateTimeFormatter form = oneDay ? TIME : DAY_AND_TIME;
    String times =
        Duration.between(first, last).toSeconds() == 0
            ? "at " + form.format(first)
            : form.format(first) + " to " + form.format(last);
    return covers(first) ? times : times + ", in an earlier capture";
  }

  /** A part of a bar whose whole stands for the most. */
  SpanView part(long before, long amount, long most) {
    double whole = Math.max(1, most);
    double width = amount == 0 ? 0 : Math.max(LEAST, WHOLE * amount / whole);
    double x = Math.min(WHOLE * before / whole, WHOLE - width);
    return new SpanView(decimal(x), decimal(width));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
