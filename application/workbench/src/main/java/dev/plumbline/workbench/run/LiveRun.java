package dev.plumbline.workbench.run;

import dev.plumbline.app.run.RunOrder;
import dev.plumbline.probe.run.RunReport;
import dev.plumbline.reports.Visible;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run of probes in the background of the server: begun, watched, stopped. */
final class LiveRun {
  private static final System.Logger LOG = System.getLogger(LiveRun.class.getName());
  private static final Duration TO_STOP = Duration.ofSeconds(20);

  private final RunOrder order;
  private final RunLog log;
  private final Thread worker;

  private LiveRun(RunOrder order, RunLog log, Thread worker) {
    this.order = order;
    this.log = log;
    this.worker = worker;
  }

  /** The work itself; it ends early when its thread is interrupted, and keeps what is done. */
  @FunctionalInterface
  interface Work {
    RunReport run() throws IOException;
  }

  /**
   * Begins it.
   *
   * @param work from the log into which the run writes
   */
  static LiveRun start(RunOrder order, Function<RunLog, Work> work) {
    RunLog log = new RunLog();
    Thread worker =
        Thread.ofPlatform()
            .name(order.runId())
            .daemon()
            .unstarted(() -> log.add(finish(log, work)));
    LiveRun run = new LiveRun(order, log, worker);
    worker.start();
    return run;
  }

  private static java.util.function.LongFunction<RunEvent> finish(
      RunLog log, Function<RunLog, Work> work) {
    try {
      RunReport report = work.apply(log).run();
      if (report.stopped()) {
        return LiveRun::stopped;
      }
      return report.failed()
          ? id ->
              new RunEvent.Finished(
                  id, "failed", "A probe failed by a defect of Plumbline; its questions stay open.")
          : id -> new RunEvent.Finished(id, "done", "Done. The verdicts take it into account.");
    } catch (IOException e) {
      if (isInterrupt(e)) {
        return LiveRun::stopped;
      }
      String why = Visible.of(String.valueOf(e.getMessage()), 400);
      return id -> new RunEvent.Finished(id, "failed", "The run ended: " + why);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a run ended", e);
      return id ->
          new RunEvent.Finished(
              id, "failed", "Plumbline failed in this run: " + e.getClass().getSimpleName() + ".");
    }
  }

  private static RunEvent stopped(long id) {
    return new RunEvent.Finished(
        id, "stopped", "Stopped. What was seen is kept; the run can go on.");
  }

  /** A file that was open when the run was stopped says so by an error of its own. */
  private static boolean isInterrupt(Throwable error) {
    return Stream.iterate(Optional.of(error), Optional::isPresent, e -> e.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .anyMatch(ClosedByInterruptException.class::isInstance);
  }

  RunOrder order() {
    return order;
  }

  RunLog log() {
    return log;
  }

  boolean isOver() {
    return log.isOver();
  }

  /** Asks it to end; what was seen stays. */
  void stop() {
    worker.interrupt();
  }

  /** Asks it to end, and waits until it did, for 20 s at most. */
  void stopAndWait() {
    stop();
    try {
      log.ends(TO_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
