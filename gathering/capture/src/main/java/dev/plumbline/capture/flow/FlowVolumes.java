package dev.plumbline.capture.flow;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Bytes over time in at most {@value #MOST} steps. They are a second long at first; when the
 * capture outgrows them, each two become one.
 */
public final class FlowVolumes {
  static final int MOST = 240;

  private static final long NANOS = 1_000_000_000L;

  private final long[] out = new long[MOST];
  private final long[] in = new long[MOST];
  private long first;
  private long stepSeconds = 1;
  private int used;

  /** A packet from before the first one counts in the first step. */
  void count(boolean byDevice, long bytes, long nanos) {
    if (used == 0) {
      first = nanos;
    }
    long step = Math.max(0, nanos - first) / NANOS / stepSeconds;
    while (step >= MOST) {
      halve(out);
      halve(in);
      stepSeconds *= 2;
      used = (used + 1) / 2;
      step /= 2;
    }
    used = Math.max(used, (int) step + 1);
    (byDevice ? out : in)[(int) step] += bytes;
  }

  private static void halve(long[] steps) {
    for (int i = 0; i < MOST; i++) {
      steps[i] = i < MOST / 2 ? steps[2 * i] + steps[2 * i + 1] : 0;
    }
  }

  /** Beginning of the first step, in nanoseconds since 1970. */
  public long first() {
    return first;
  }

  public long stepSeconds() {
    return stepSeconds;
  }

  /** Bytes that the device sent in each step. */
  public List<Long> out() {
    return LongStream.of(out).limit(used).boxed().toList();
  }

  /** Bytes that the device got in each step. */
  public List<Long> in() {
    return LongStream.of(in).limit(used).boxed().toList();
  }
}
