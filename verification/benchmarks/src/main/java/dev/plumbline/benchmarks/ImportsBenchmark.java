package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Large files of other tools, read by {@code ./plumbline import} with a small heap. */
final class ImportsBenchmark implements Benchmark {
  private static final long MEGABYTE = 1_000_000;
  private static final double REACH = 100;
  private static final int HEAP_MIB = 256;

  /**
   * @param megabytes size of the file
   * @param facts what the program has to find in it
   */
  private record Work(String words, LargeFile file, long megabytes, String facts) {}

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    List<Work> all =
        List.of(
            new Work("500 MB nmap XML", LargeFile.nmap(), 500, "7 observations from nmap-xml"),
            new Work(
                "1 GB CycloneDX", LargeFile.cycloneDx(), 1_000, "1 observation from cyclonedx"),
            new Work("1 GB HAR", LargeFile.har(), 1_000, "1 observation from har"));
    DossierCopy dossier = DossierCopy.make(s, "1-65535");
    List<Row> rows = new ArrayList<>();
    Map<String, Object> raw = new LinkedHashMap<>();
    for (Work work : all) {
      Path file = s.scratch().resolve(work.file().name());
      s.say("writing " + work.words());
      work.file().write(file, work.megabytes() * MEGABYTE / (s.quick() ? 10 : 1));
      double megabytes = Files.size(file) / (double) MEGABYTE;
      s.say("reading it");
      Ran ran =
          Program.of(
                  s.plumbline(),
                  "import",
                  dossier.directory().toString(),
                  file.toString(),
                  "--dry-run")
              .with("JAVA_TOOL_OPTIONS", "-Xmx" + HEAP_MIB + "m")
              .run(s.scratch())
              .expecting(0);
      Files.delete(file);
      if (!ran.output().contains(work.facts())) {
        throw new IllegalStateException("found something else: " + ran.output());
      }
      double speed = megabytes / ran.seconds();
      rows.add(
          new Row(
              work.words() + ", whole process `./plumbline import --dry-run`",
              Row.NONE,
              "≥ 100 MB/s, heap ≤ " + HEAP_MIB + " MiB",
              String.format(
                  Locale.ROOT,
                  "%.0f MB/s (%s), %d MiB resident with a heap of at most %d MiB",
                  speed,
                  Samples.seconds(ran.seconds()),
                  ran.peakKib() / 1024,
                  HEAP_MIB),
              Row.NONE,
              Standing.of(speed >= REACH)));
      raw.put(
          work.file().name(),
          Map.of(
              "megabytes", megabytes, "seconds", ran.seconds(), "peakMib", ran.peakKib() / 1024.0));
    }
    return new Result(rows, raw);
  }
}
