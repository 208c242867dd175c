package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Questions;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.traffic.TrafficReconnects;
import dev.plumbline.observation.traffic.TrafficReconnects.Run;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Waits between failed attempts to reach one contact, in rows of failures that are long enough.
 *
 * @param of an observation of reconnects
 */
record Waits(Observation of) {
  /** Fewer failures in a row show no rhythm. */
  private static final int LEAST_FAILURES = 8;

  /** Waits above this may be the upper bound of a back-off that began before the capture. */
  private static final long BOUND_MILLIS = 10_000;

  /** Waits of the second half against the first; random spread of a fixed wait stays below. */
  private static final double NOT_GROWN = 1.5;

  /** From here on nobody doubts that they grow. */
  private static final double GROWN = 2;

  /** Rows of failures that are compared with each other; fewer may be alike by chance. */
  private static final int LEAST_ROWS = 3;

  /** Differences up to this come from the network and from clocks. */
  private static final long SAME_MILLIS = 50;

  private static final double SAME = 0.02;

  /** Waits at the same place of different rows that differ so much have a random part. */
  private static final double SPREAD = 0.1;

  /**
   * Says what speaks against growing waits, and what cannot be told.
   *
   * @param spread whether they have to have a random part too
   */
  void judge(boolean spread, Questions.Asked asked) {
    List<List<Long>> rows =
        of.as(TrafficReconnects.class).stream()
            .flatMap(r -> r.runs().stream())
            .filter(Waits::enough)
            .map(Run::waitsMs)
            .toList();
    if (rows.isEmpty()) {
      asked.left("fewer than " + LEAST_FAILURES + " failures in a row at " + of.subject());
      return;
    }
    rows.forEach(r -> growing(r, asked));
    if (spread) {
      spreading(rows, asked);
    }
  }

  private static boolean enough(Run run) {
    return run.failed() >= LEAST_FAILURES && run.waitsMs().size() >= LEAST_FAILURES - 1;
  }

  private void growing(List<Long> waits, Questions.Asked asked) {
    long first = median(waits.subList(0, waits.size() / 2));
    long second = median(waits.subList(waits.size() / 2, waits.size()));
    boolean below = waits.stream().allMatch(w -> w < BOUND_MILLIS);
    if (below && second < first * NOT_GROWN) {
      asked.refuted(
          of,
          (waits.size() + 1)
              + " attempts in a row at "
              + of.subject()
              + " came about "
              + first
              + " ms apart at first and "
              + second
              + " ms at last");
    } else if (second < first * GROWN) {
      asked.left("the waits at " + of.subject() + " do not show whether they grow");
    }
  }

  private void spreading(List<List<Long>> rows, Questions.Asked asked) {
    if (rows.size() < LEAST_ROWS) {
      asked.left(
          "fewer than "
              + LEAST_ROWS
              + " rows of failures at "
              + of.subject()
              + ", so that nobody can tell whether waits have a random part");
      return;
    }
    int places = LEAST_FAILURES - 1;
    if (IntStream.range(0, places).allMatch(i -> range(rows, i) <= same(rows, i))) {
      asked.refuted(of, "the waits at " + of.subject() + " are the same each time");
    } else if (IntStream.range(0, places).filter(i -> differ(rows, i)).count() * 2 < places) {
      asked.left("the waits at " + of.subject() + " do not show whether they have a random part");
    }
  }

  private static boolean differ(List<List<Long>> rows, int place) {
    return range(rows, place) > Math.max(SAME_MILLIS, SPREAD * at(rows, place));
  }

  private static double same(List<List<Long>> rows, int place) {
    return Math.max(SAME_MILLIS, SAME * at(rows, place));
  }

  private static long range(List<List<Long>> rows, int place) {
    var all = rows.stream().mapToLong(r -> r.get(place)).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private static long at(List<List<Long>> rows, int place) {
    return median(rows.stream().map(r -> r.get(place)).toList());
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
  }
}
