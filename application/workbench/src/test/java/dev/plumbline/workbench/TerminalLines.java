package dev.plumbline.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the terminal of the server tells while something is done. */
final class TerminalLines {
  private TerminalLines() {}

  /** What is done, as a test does it. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /**
   * The lines, each with its level.
   *
   * @param logger a class or package that tells them
   */
  static List<String> told(String logger, Work work) throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    Handler reader =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line.getLevel() + " " + line.getMessage());
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger log = Logger.getLogger(logger);
    log.addHandler(reader);
    try {
      work.run();
    } finally {
      log.removeHandler(reader);
    }
    return told;
  }
}
