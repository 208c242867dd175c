package dev.plumbline.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands until a test moves it. */
final class MovedClock extends Clock {
  private final AtomicLong milliseconds;

  MovedClock(Instant now) {
    this.milliseconds = new AtomicLong(now.toEpochMilli());
  }

  /** Moves it. */
  void move(Duration further) {
    milliseconds.addAndGet(further.toMillis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(milliseconds.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
