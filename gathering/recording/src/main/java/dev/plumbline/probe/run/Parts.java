package dev.plumbline.probe.run;

import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.probe.ProbeContext.Part;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs a probe part by part, an endpoint or a service each. A part that crashes or takes too long
 * costs its own answers; the others are asked.
 */
final class Parts {
  private final Duration budget;
  private final BooleanSupplier over;
  private final BiConsumer<String, String> unanswered;
  private final long began = System.nanoTime();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param budget of the probe
   * @param over whether the probe as a whole has ended
   * @param unanswered takes the subject of a part without answers, and why it has none
   */
  Parts(Duration budget, BooleanSupplier over, BiConsumer<String, String> unanswered) {
    this.budget = budget;
    this.over = over;
    this.unanswered = unanswered;
  }

  <T> void each(Collection<T> parts, Function<? super T, String> subject, Part<? super T> ask)
      throws InterruptedException {
    Queue<T> waiting = new ArrayDeque<>(parts);
    while (!waiting.isEmpty()) {
      T part = waiting.remove();
      one(subject.apply(part), share(waiting.isEmpty()), () -> ask.of(part));
    }
  }

  /** Two thirds of the time that is left, so that no endpoint takes the time of all others. */
  private Duration share(boolean last) {
    Duration left = budget.minusNanos(System.nanoTime() - began);
    return last ? left.multipliedBy(19).dividedBy(20) : left.multipliedBy(2).dividedBy(3);
  }

  private void one(String subject, Duration time, Task task) throws InterruptedException {
    Alarm alarm = Alarm.after(time, Thread.currentThread());
    try {
      task.run();
    } catch (InterruptedException e) {
      if (!alarm.off() || over.getAsBoolean()) {
        throw e;
      }
    } catch (TooMuchWorkException e) {
      unanswered.accept(subject, "its answers take too long to read: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      String why = Execution.described(e);
      failures.add(subject + ": " + why);
      unanswered.accept(subject, "the probe failed here: " + why);
    }
    // Where it rang while the part ended by itself, the part may lack its end, too.
    if (alarm.off()) {
      unanswered.accept(subject, "its time of " + time.toSeconds() + " s was over");
    }
  }

  /** Defects of ours that a part met. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  /** Interrupts a thread when its time is over, unless it was turned off before. */
  private static final class Alarm {
    private final CountDownLatch done = new CountDownLatch(1);
    private boolean turnedOff;
    private boolean rang;

    static Alarm after(Duration time, Thread thread) {
      Alarm alarm = new Alarm();
      Thread.ofVirtual().name("alarm").start(() -> alarm.await(time, thread));
      return alarm;
    }

    private void await(Duration time, Thread thread) {
      try {
        if (!done.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS)) {
          ring(thread);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void ring(Thread thread) {
      if (!turnedOff) {
        rang = true;
        thread.interrupt();
      }
    }

    /**
     * Turns it off. A probe that was stopped meanwhile is told so by its context, so that the
     * interrupt can be taken back.
     *
     * @return whether it rang
     */
    synchronized boolean off() {
      turnedOff = true;
      done.countDown();
      if (rang) {
        Thread.interrupted();
      }
      return rang;
    }
  }
}
