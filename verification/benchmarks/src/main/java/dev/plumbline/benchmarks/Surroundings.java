package dev.plumbline.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a benchmark works.
 *
 * @param home the project
 * @param door the program itself, as a command
 * @param scratch an empty directory of this run
 * @param quick a hundredth of everything, to try a benchmark out
 * @param whole 100,000 dossiers and a whole capture for tshark too, which takes minutes
 * @param out tells the person who waits what is done now
 */
record Surroundings(
    Path home, Path door, Path scratch, boolean quick, boolean whole, PrintStream out) {
  /** The front door. */
  String plumbline() {
    return door.toString();
  }

  /** How often to repeat. */
  int times(int usual) {
    return quick ? Math.max(1, usual / 100) : usual;
  }

  void say(String text) {
    out.println("  " + text);
  }
}
