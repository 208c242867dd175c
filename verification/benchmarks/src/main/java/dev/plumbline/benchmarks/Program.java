package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end with a watch on time and memory. */
record Program(List<String> command, Map<String, String> environment) {
  private static final long LOOK_EVERY_MILLIS = 10;
  private static final long LONGEST_MINUTES = 20;

  static Program of(String... command) {
    return new Program(List.of(command), Map.of());
  }

  Program with(String variable, String value) {
    return new Program(command, Map.of(variable, value));
  }

  /** Runs it in an empty directory of its own, so that it finds and leaves nothing. */
  Ran run(Path scratch) throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(scratch, "run");
    Path output = own.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command).directory(own.toFile());
    builder.environment().putAll(environment);
    builder.redirectInput(new java.io.File("/dev/null"));
    builder.redirectOutput(output.toFile()).redirectError(own.resolve("err").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long peak = 0;
    while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, highWater(status));
      if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LONGEST_MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("did not end: " + command);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Ran(process.exitValue(), seconds, peak, Files.readString(output));
  }

  /** The kernel's high-water mark; only what came in the last few milliseconds can be missed. */
  private static long highWater(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(l -> l.startsWith("VmHWM:"))
          .map(l -> l.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
