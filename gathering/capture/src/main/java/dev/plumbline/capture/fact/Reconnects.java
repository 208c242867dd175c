package dev.plumbline.capture.fact;

import dev.plumbline.capture.flow.Flow;
import dev.plumbline.observation.traffic.TrafficReconnects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the device behaves when a connection fails or is lost: which waits, and whether they grow.
 */
final class Reconnects {
  private static final int SHOWN = 50;
  private static final long MILLIS = 1_000_000L;
  private static final long ANSWER_NANOS = 3_000_000_000L;

  private Reconnects() {}

  /**
   * What was seen; empty where no connection failed and none was lost.
   *
   * @param end time of the last frame; a request shortly before may yet have been answered
   */
  static Optional<TrafficReconnects> of(
      List<ConnectionAttempt> unsorted, long end, CoverageNote coverage) {
    List<ConnectionAttempt> attempts =
        unsorted.stream()
            .filter(a -> a.stage() != Flow.Stage.ASKED || end - a.at() > ANSWER_NANOS)
            .sorted(Comparator.comparingLong(ConnectionAttempt::at))
            .toList();
    List<TrafficReconnects.Run> runs = runs(attempts);
    List<Long> afterLoss = afterLoss(attempts);
    if (runs.isEmpty() && afterLoss.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrafficReconnects(
            attempts.size(),
            attempts.stream().filter(ConnectionAttempt::failed).count(),
            runs,
            afterLoss,
            coverage.from(),
            coverage.until(),
            coverage.whole(),
            coverage.gaps(),
            Optional.empty()));
  }

  /** Failed attempts in a row, each row with the attempt that ended it. */
  private static List<TrafficReconnects.Run> runs(List<ConnectionAttempt> attempts) {
    List<TrafficReconnects.Run> runs = new ArrayList<>();
    int from = 0;
    while (from < attempts.size() && runs.size() < SHOWN) {
      int to = from;
      while (to < attempts.size() && attempts.get(to).failed()) {
        to++;
      }
      if (to > from) {
        runs.add(run(attempts.subList(from, to), to < attempts.size(), attempts, to));
      }
      from = to + 1;
    }
    return runs;
  }

  private static TrafficReconnects.Run run(
      List<ConnectionAttempt> failed, boolean connected, List<ConnectionAttempt> all, int next) {
    List<ConnectionAttempt> row = new ArrayList<>(failed);
    if (connected) {
      row.add(all.get(next));
    }
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < row.size() && waits.size() < SHOWN; i++) {
      waits.add((row.get(i).at() - row.get(i - 1).at()) / MILLIS);
    }
    return new TrafficReconnects.Run(
        FlowTimes.instant(failed.getFirst().at()),
        failed.size(),
        failed.stream().filter(a -> a.stage() == Flow.Stage.REFUSED).count(),
        failed.stream().mapToLong(ConnectionAttempt::retries).sum(),
        waits,
        connected ? "connected" : "not in this capture");
  }

  private static List<Long> afterLoss(List<ConnectionAttempt> attempts) {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < attempts.size() && waits.size() < SHOWN; i++) {
      ConnectionAttempt before = attempts.get(i - 1);
      if (!before.failed() && before.lost() && attempts.get(i).at() >= before.until()) {
        waits.add((attempts.get(i).at() - before.until()) / MILLIS);
      }
    }
    return waits;
  }
}
