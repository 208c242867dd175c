package dev.plumbline.workbench.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts what happens within a minute; the next minute begins at nothing. */
public final class MinuteCount {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant since = Instant.EPOCH;
  private int count;

  /** Nothing has happened yet. */
  public MinuteCount(Clock clock) {
    this.clock = clock;
  }

  /** Counts one more, and says how many these are. */
  public synchronized int add() {
    Instant now = clock.instant();
    if (now.isAfter(since.plus(WINDOW))) {
      since = now;
      count = 0;
    }
    count++;
    return count;
  }
}
