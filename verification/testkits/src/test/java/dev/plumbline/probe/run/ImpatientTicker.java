package dev.plumbline.probe.run;

/** Sleeps of the rate bound and the health check cost a test no time. */
final class ImpatientTicker implements Ticker {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(long nanos) {}
}
