package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateBoundTest {
  private final FakeTicker time = new FakeTicker();

  @Test
  void packetsBeyondTheBurstAreSpacedEvenly() throws InterruptedException {
    RateBound rate = new RateBound(100, time);
    for (int i = 0; i < 1005; i++) {
      rate.take(1);
    }
    // 1,005 packets at 100 a second, of which 5 are the burst.
    assertThat(time.nanos()).isEqualTo(10_000_000_000L);
  }

  @Test
  void restDoesNotSaveUpMoreThanTheBurst() throws InterruptedException {
    RateBound rate = new RateBound(100, time);
    time.sleep(3_600_000_000_000L);
    long start = time.nanos();
    for (int i = 0; i < 105; i++) {
      rate.take(1);
    }
    assertThat(time.nanos() - start).isEqualTo(1_000_000_000L);
  }

  @Test
  void aRateOfNothingIsRefused() {
    assertThatThrownBy(() -> new RateBound(0, time)).hasMessageContaining("at least one");
  }

  /** Time that moves when somebody waits. */
  private static final class FakeTicker implements Ticker {
    private long now = -5_000_000_000L;
    private final long start = now;

    @Override
    public long nanos() {
      return now - start;
    }

    @Override
    public void sleep(long nanos) {
      now += nanos;
    }
  }
}
