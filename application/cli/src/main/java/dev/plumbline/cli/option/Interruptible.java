package dev.plumbline.cli.option;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Runs long work so that Ctrl-C ends it in order: what is done is kept. */
public final class Interruptible {
  private static final long SECONDS_TO_STOP = 20;

  private Interruptible() {}

  /** Work that may fail by input or output. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  public static <T> T run(Work<T> work) throws IOException {
    Thread worker = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              worker.interrupt();
              try {
                worker.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      removeHook(hook);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The program is ending already; the hook waits for this thread.
      Thread.currentThread().interrupt();
    }
  }
}
