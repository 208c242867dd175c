package dev.plumbline.reports.html;

import dev.plumbline.judging.traffic.Volumes;
import dev.plumbline.reports.html.TrafficView.VolumeView;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws bytes over time: sent above the line, received below it, both on one scale. */
final class VolumeChart {
  /** Width of the drawing. */
  private static final double WIDTH = 1_000;

  private static final double HEIGHT = 120;

  /** Neither half is thinner, so that both can be told. */
  private static final double LEAST_HALF = 12;

  /** Anything sent at all is seen. */
  private static final double LEAST = 1;

  private VolumeChart() {}

  static Optional<VolumeView> of(Volumes volumes) {
    long mostOut = Collections.max(volumes.out());
    long mostIn = Collections.max(volumes.in());
    if (mostOut + mostIn == 0) {
      return Optional.empty();
    }
    double line =
        Math.clamp(HEIGHT * mostOut / (mostOut + mostIn), LEAST_HALF, HEIGHT - LEAST_HALF);
    double perByte = Math.min(line / Math.max(1, mostOut), (HEIGHT - line) / Math.max(1, mostIn));
    String words =
        "in steps of "
            + Amounts.time(volumes.step())
            + "; at most "
            + Amounts.bytes(mostOut)
            + " sent and "
            + Amounts.bytes(mostIn)
            + " received in one of them";
    return Optional.of(
        new VolumeView(
            bars(volumes.out(), line, -perByte),
            bars(volumes.in(), line, perByte),
            String.format(Locale.ROOT, "M0 %.1fh1000", line),
            words,
            TimeAxis.shown(volumes.from()),
            TimeAxis.shown(
                volumes.from().plus(volumes.step().multipliedBy(volumes.out().size())))));
  }

  private static String bars(List<Long> steps, double line, double perByte) {
    double width = WIDTH / steps.size();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) > 0) {
        double height = steps.get(i) * perByte;
        double seen = Math.copySign(Math.max(LEAST, Math.abs(height)), height);
        path.append(
            String.format(
                Locale.ROOT,
                "M%.1f %.1fv%.1fh%.1fv%.1fz",
                i * width,
                line,
                seen,
                width * 0.85,
                -seen));
      }
    }
    return path.toString();
  }
}
