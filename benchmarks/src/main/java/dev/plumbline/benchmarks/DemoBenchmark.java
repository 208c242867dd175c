package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code demo}, once built: device, check, plan, test, judge and report. */
final class DemoBenchmark implements Benchmark {
  private static final double REACH = 60;

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Ran ran = run(s, s.scratch().resolve("demo-timed"));
    return new Result(
        List.of(
            new Row(
                "`./plumbline demo` after the build",
                Row.NONE,
                "≤ 60 s",
                Samples.seconds(ran.seconds()) + ", " + ran.peakKib() / 1024 + " MiB",
                Row.NONE,
                Standing.of(ran.seconds() <= REACH))),
        Map.of("seconds", ran.seconds(), "peakMib", ran.peakKib() / 1024.0));
  }

  private static Ran run(Surroundings s, Path out) throws IOException, InterruptedException {
    return Program.of(s.plumbline(), "demo", "--out", out.toString()).run(s.scratch()).expecting(0);
  }

  /** The dossier of a demo that has been run, with all its observations. */
  static Path dossier(Surroundings s) throws IOException, InterruptedException {
    Path out = s.scratch().resolve("demo-dossier");
    run(s, out);
    return out.resolve("dossier");
  }
}
