package dev.plumbline.benchmarks;

/**
 * A program that has ended.
 *
 * @param seconds from start to end
 * @param peakKib largest resident memory, as the kernel counted it (VmHWM)
 * @param output what it wrote to standard output
 */
record Ran(int exit, double seconds, long peakKib, String output) {
  /**
   * The same, if it ended well.
   *
   * @throws IllegalStateException if not: a number of something that failed is no measurement
   */
  Ran expecting(int wanted) {
    if (exit != wanted) {
      throw new IllegalStateException("exit code " + exit + ", not " + wanted + ": " + output);
    }
    return this;
  }
}
