package dev.plumbline.app.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names for runs, by time. */
public final class RunIds {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private RunIds() {}

  public static String next() {
    return "run-" + FORM.format(Instant.now(Clock.systemUTC()));
  }
}
