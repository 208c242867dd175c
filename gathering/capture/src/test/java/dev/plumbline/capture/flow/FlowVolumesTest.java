package dev.plumbline.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowVolumesTest {
  private static final long SECOND = 1_000_000_000L;
  private final FlowVolumes volumes = new FlowVolumes();

  private static long sum(java.util.List<Long> steps) {
    return steps.stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void countsEachDirectionInItsStep() {
    volumes.count(true, 10, 5 * SECOND);
    volumes.count(false, 20, 6 * SECOND);
    volumes.count(true, 30, 7 * SECOND);
    assertThat(volumes.out()).containsExactly(10L, 0L, 30L);
    assertThat(volumes.in()).containsExactly(0L, 20L, 0L);
  }

  @Test
  void aLongCaptureHasLongerStepsAndLosesNoByte() {
    for (int i = 0; i < 10_000; i++) {
      volumes.count(i % 2 == 0, 3, i * SECOND);
    }
    assertThat(volumes.stepSeconds()).isEqualTo(64);
    assertThat(volumes.out()).hasSizeLessThanOrEqualTo(FlowVolumes.MOST);
    assertThat(sum(volumes.out())).isEqualTo(15_000);
    assertThat(sum(volumes.in())).isEqualTo(15_000);
  }

  @Test
  void aClockThatJumpsEitherWayIsBorne() {
    volumes.count(true, 1, 50 * SECOND);
    volumes.count(true, 2, 10 * SECOND);
    volumes.count(true, 4, Long.MAX_VALUE);
    assertThat(sum(volumes.out())).isEqualTo(7);
    assertThat(volumes.out()).hasSizeLessThanOrEqualTo(FlowVolumes.MOST);
  }
}
