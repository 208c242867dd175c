package dev.plumbline.benchmarks;

import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code portfolio} over many full dossiers with all observations of a demo. */
final class PortfolioBenchmark implements Benchmark {
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final int HEAP_MIB = 512;
  private static final double REACH = 30;
  private static final double MOST_SLOWER = 1.25;
  private static final String PRODUCT = "product.yaml";

  @Override
  public String name() {
    return "portfolio";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    s.say("running a demo, for a dossier with observations");
    Path original = DemoBenchmark.dossier(s);
    Path few = Files.createTempDirectory(s.scratch(), "few");
    Path many = Files.createTempDirectory(s.scratch(), "many");
    s.say("copying it " + s.times(MANY) + " times");
    copy(original, few, s.times(FEW));
    copy(original, many, s.times(MANY));
    s.say("warming up the file cache");
    run(s, few);
    Ran first = run(s, few);
    s.say("the whole");
    Ran whole = run(s, many);
    // The start weighs on few more than on many, so that only growth beyond it can be seen.
    boolean linear =
        whole.seconds() / s.times(MANY) <= MOST_SLOWER * first.seconds() / s.times(FEW);
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("few", Map.of("dossiers", s.times(FEW), "seconds", first.seconds()));
    raw.put("many", Map.of("dossiers", s.times(MANY), "seconds", whole.seconds()));
    raw.put("peakMib", whole.peakKib() / 1024.0);
    return new Result(
        List.of(
            new Row(
                String.format(
                    Locale.ROOT,
                    "`./plumbline portfolio` of %,d full dossiers, whole process",
                    s.times(MANY)),
                Row.NONE,
                "≤ 30 s, heap ≤ " + HEAP_MIB + " MiB, linear",
                String.format(
                    Locale.ROOT,
                    "%s, %.1f ms each (%.1f ms each of %,d), %d MiB resident with a heap of at most"
                        + " %d MiB",
                    Samples.seconds(whole.seconds()),
                    1000 * whole.seconds() / s.times(MANY),
                    1000 * first.seconds() / s.times(FEW),
                    s.times(FEW),
                    whole.peakKib() / 1024,
                    HEAP_MIB),
                Row.NONE,
                Standing.of(whole.seconds() <= REACH && linear))),
        raw);
  }

  private static Ran run(Surroundings s, Path folder) throws IOException, InterruptedException {
    // Without an index: each run has one of its own.
    String cache = Files.createTempDirectory(s.scratch(), "cache").toString();
    return new Program(
            List.of(s.plumbline(), "portfolio", folder.toString()),
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + HEAP_MIB + "m", ResultIndex.VARIABLE, cache))
        .run(s.scratch())
        .expecting(0);
  }

  /** Files that are the same are links to one; each product has a name of its own. */
  static void copy(Path original, Path to, int times) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(original)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    String product = Files.readString(original.resolve(PRODUCT));
    for (int i = 0; i < times; i++) {
      Path own = to.resolve("product-" + i);
      for (Path file : files) {
        Path copy = own.resolve(original.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (file.endsWith(PRODUCT)) {
          Files.writeString(copy, product.replaceFirst("(?m)^(  name: .*)$", "$1 " + i));
        } else {
          Files.createLink(copy, file);
        }
      }
    }
  }
}
