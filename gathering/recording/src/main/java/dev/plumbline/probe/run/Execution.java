package dev.plumbline.probe.run;

import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One probe on its own thread, so that it can be ended. */
final class Execution {
  private final ProbeSpec spec;
  private final LiveContext context;
  private final FutureTask<Boolean> task;
  private final Thread thread;

  private Execution(Probe probe, LiveContext context) {
    this.spec = probe.spec();
    this.context = context;
    this.task =
        new FutureTask<>(
            () -> {
              probe.run(context);
              return true;
            });
    this.thread = Thread.ofVirtual().name("probe-" + spec.id()).unstarted(task);
  }

  static Execution of(Probe probe, LiveContext context) {
    return new Execution(probe, context);
  }

  ProbeOutcome await(Limits limits) throws InterruptedException {
    thread.start();
    try {
      task.get(spec.budget().toMillis(), TimeUnit.MILLISECONDS);
      return outcome(State.DONE, "");
    } catch (TimeoutException e) {
      end(limits);
      return outcome(
          State.OUT_OF_TIME, "the probe's time of " + spec.budget().toSeconds() + " s was over");
    } catch (InterruptedException e) {
      end(limits);
      return outcome(State.STOPPED, "the run was stopped");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private ProbeOutcome failed(Throwable cause) {
    return outcome(State.FAILED, "the probe failed: " + described(cause));
  }

  /** A defect, for who mends it. */
  static String described(Throwable cause) {
    String message = cause.getMessage() == null ? "" : " " + cause.getMessage();
    String where = cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
    return cause.getClass().getSimpleName() + message + where;
  }

  /** Ends the probe: first its connections, then patience. A thread that stays on is cut off. */
  private void end(Limits limits) throws InterruptedException {
    thread.interrupt();
    context.end();
    thread.join(limits.farewell());
  }

  private ProbeOutcome outcome(State state, String reason) {
    return new ProbeOutcome(spec.id(), state, reason, 0);
  }
}
