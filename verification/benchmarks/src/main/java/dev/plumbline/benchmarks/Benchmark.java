package dev.plumbline.benchmarks;

import java.io.IOException;

/** One measurement, side by side with another program where there is one. */
interface Benchmark {
  /** Name on the command line and of the file of results. */
  String name();

  /** Measures. Times are wall-clock seconds. */
  Result measure(Surroundings surroundings) throws IOException, InterruptedException;
}
