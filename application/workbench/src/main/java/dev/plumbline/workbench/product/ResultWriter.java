package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stores results behind those who wait for a page, as long as it does not fall far behind. Of a
 * product that people work on, one result of many is stored: what is missing after a crash is
 * judged anew, for the stored one is of another state.
 */
final class ResultWriter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ResultWriter.class.getName());
  private static final int MOST_WAITING = 8;
  private static final long LATER_SECONDS = 30;

  private final Results results;
  private final Map<Path, Runnable> later = new LinkedHashMap<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("later results").factory());
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          5,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("results").factory(),
          new ThreadPoolExecutor.CallerRunsPolicy());

  ResultWriter(Results results) {
    this.results = results;
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Stores a result soon. */
  void write(Path folder, Results.State state, Outcome outcome) {
    thread.execute(() -> store(folder, state, outcome));
  }

  /** Stores the last of the results that are given for a dossier within half a minute. */
  void writeLater(Path folder, Results.State state, Outcome outcome) {
    synchronized (later) {
      if (later.isEmpty()) {
        ScheduledFuture<?> _ = timer.schedule(this::storeLater, LATER_SECONDS, TimeUnit.SECONDS);
      }
      later.put(folder, () -> store(folder, state, outcome));
    }
  }

  private void storeLater() {
    List<Runnable> all;
    synchronized (later) {
      all = List.copyOf(later.values());
      later.clear();
    }
    all.forEach(Runnable::run);
  }

  private void store(Path folder, Results.State state, Outcome outcome) {
    try {
      results.keep(folder, state, outcome);
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the result of " + folder + " cannot be stored", e);
    }
  }

  /** Stores what waits, for at most a second. */
  @Override
  public void close() {
    timer.shutdown();
    thread.execute(this::storeLater);
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
