package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stores results behind those who wait for a page, as long as it does not fall far behind. */
final class ResultWriter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ResultWriter.class.getName());
  private static final int MOST_WAITING = 8;

  private final Results results;
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
  }

  void write(Path folder, Results.State state, Outcome outcome) {
    thread.execute(() -> store(folder, state, outcome));
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
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
