package dev.plumbline.insight.statistics;

import java.util.Optional;

/**
 * How many products gave an answer, as far as that may be told.
 *
 * @param percent in steps of {@link #STEP}; empty where it is kept back
 */
public record Share(Optional<Integer> percent) {
  /** Shares are told in steps of so many percent, so that no product can be counted out. */
  public static final int STEP = 5;

  static final Share HIDDEN = new Share(Optional.empty());

  static Share of(int part, int whole) {
    return new Share(Optional.of(Math.round(100f * part / whole / STEP) * STEP));
  }

  public boolean isHidden() {
    return percent.isEmpty();
  }
}
