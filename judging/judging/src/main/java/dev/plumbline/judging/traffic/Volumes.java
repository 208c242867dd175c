package dev.plumbline.judging.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Bytes of the device over time.
 *
 * @param from beginning of the first step
 * @param step length of each step
 * @param out sent by the device in each step
 * @param in received in each step
 */
public record Volumes(Instant from, Duration step, List<Long> out, List<Long> in) {
  public Volumes {
    out = List.copyOf(out);
    in = List.copyOf(in);
    if (out.isEmpty() || out.size() != in.size()) {
      throw new IllegalArgumentException("each step has two numbers");
    }
  }
}
