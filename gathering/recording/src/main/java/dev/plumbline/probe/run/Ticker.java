package dev.plumbline.probe.run;

import java.util.concurrent.TimeUnit;

/** Time that passes, for the rate bound; a test moves its own. */
public interface Ticker {
  /** The time of the machine. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Nanoseconds from an arbitrary start. */
  long nanos();

  /** Waits. */
  void sleep(long nanos) throws InterruptedException;
}
