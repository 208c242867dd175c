package dev.plumbline.workbench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** The events of one run, for as many readers as there are, each from where it stopped. */
final class RunLog {
  private static final int MOST = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<RunEvent> events = new ArrayList<>();
  private long last;
  private boolean over;

  /**
   * Appends an event. What a probe does now takes the place of what it did before; of more than
   * {@value #MOST} events, further facts are left to the journal.
   *
   * @param event made with its place
   */
  void add(LongFunction<RunEvent> event) {
    lock.lock();
    try {
      RunEvent next = event.apply(last + 1);
      if (over || (events.size() >= MOST && next instanceof RunEvent.Observed)) {
        return;
      }
      last++;
      if (!events.isEmpty() && events.getLast() instanceof RunEvent.Progressed) {
        events.removeLast();
      }
      events.add(next);
      over = next instanceof RunEvent.Finished;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** All events so far. */
  List<RunEvent> all() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The events behind one; waits for the next where there is none yet.
   *
   * @return none when the time is over, or when the run is and all was read
   */
  List<RunEvent> behind(long id, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (last <= id && !over && left > 0) {
        left = grown.awaitNanos(left);
      }
      return events.stream().filter(e -> e.id() > id).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the run is over. */
  boolean ends(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!over && left > 0) {
        left = grown.awaitNanos(left);
      }
      return over;
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }
}
