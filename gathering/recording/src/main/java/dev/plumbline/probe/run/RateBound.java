package dev.plumbline.probe.run;

/**
 * Bounds packets a second: packets are spaced evenly, and a short burst is let through at once.
 * Safe for several threads.
 */
final class RateBound {
  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final long burst;
  private final Ticker ticker;
  private long next;

  /**
   * @param perSecond packets a second, at least 1
   * @param ticker the time
   */
  RateBound(int perSecond, Ticker ticker) {
    if (perSecond < 1) {
      throw new IllegalArgumentException("at least one packet a second: " + perSecond);
    }
    this.interval = SECOND / perSecond;
    // A twentieth of a second's packets: smooth for a small device, few sleeps for us.
    this.burst = SECOND / 20;
    this.ticker = ticker;
    this.next = ticker.nanos() - burst;
  }

  /** Waits until so many more packets may leave. */
  void take(int packets) throws InterruptedException {
    long wait = reserve(packets);
    if (wait > 0) {
      ticker.sleep(wait);
    }
  }

  private synchronized long reserve(int packets) {
    long now = ticker.nanos();
    next = Math.max(next, now - burst) + interval * packets;
    return next - now;
  }
}
