package dev.plumbline.workbench.run;

import dev.plumbline.app.run.RunOrder;
import dev.plumbline.workbench.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The runs of this server: at most one of a product at a time; the last one stays to be read. */
public final class TestRuns implements AutoCloseable {
  private final Map<String, LiveRun> runs = new HashMap<>();
  private final Thread hook = new Thread(this::stopAll, "stop-runs");

  /** Runs are ended in order when the program is. */
  public TestRuns() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The last run of a product, over or not. */
  synchronized Optional<LiveRun> of(String product) {
    return Optional.ofNullable(runs.get(product));
  }

  /**
   * Begins a run.
   *
   * @throws Refusal 409 while another one of the product goes on
   */
  synchronized LiveRun start(String product, RunOrder order, Function<RunLog, LiveRun.Work> work) {
    if (of(product).filter(r -> !r.isOver()).isPresent()) {
      throw new Refusal(
          409, "A run of this product goes on already.", "Watch it, or stop it first.");
    }
    LiveRun run = LiveRun.start(order, work);
    runs.put(product, run);
    return run;
  }

  private void stopAll() {
    Map<String, LiveRun> all;
    synchronized (this) {
      all = Map.copyOf(runs);
    }
    all.values().forEach(LiveRun::stop);
    all.values().forEach(LiveRun::stopAndWait);
  }

  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The program ends already, and the hook does the same.
    }
  }
}
