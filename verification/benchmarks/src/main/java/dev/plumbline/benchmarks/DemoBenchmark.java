package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code demo} and {@code demo --full}, once built: device, check, plan, test, judge, report. */
final class DemoBenchmark implements Benchmark {
  private static final double REACH = 60;
  private static final double REACH_FULL = 180;

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Ran ran = run(s, s.scratch().resolve("demo-timed"));
    s.say("all probes");
    Ran full = run(s, s.scratch().resolve("demo-full"), "--full");
    return new Result(
        List.of(
            row("`./plumbline demo` after the build", REACH, ran),
            row("`./plumbline demo --full`, all probes", REACH_FULL, full)),
        Map.of(
            "seconds",
            ran.seconds(),
            "peakMib",
            ran.peakKib() / 1024.0,
            "fullSeconds",
            full.seconds(),
            "fullPeakMib",
            full.peakKib() / 1024.0));
  }

  private static Row row(String work, double reach, Ran ran) {
    return new Row(
        work,
        Row.NONE,
        "≤ " + Math.round(reach) + " s",
        Samples.seconds(ran.seconds()) + ", " + ran.peakKib() / 1024 + " MiB",
        Row.NONE,
        Standing.of(ran.seconds() <= reach));
  }

  private static Ran run(Surroundings s, Path out, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(s.plumbline(), "demo", "--out", out.toString()));
    command.addAll(List.of(more));
    return Program.of(command.toArray(String[]::new)).run(s.scratch()).expecting(0);
  }

  /**
   * The dossier of a demo, with all its observations; the demo is run once. A quick one is small.
   */
  static Path dossier(Surroundings s) throws IOException, InterruptedException {
    Path out = s.scratch().resolve("demo-dossier");
    Path dossier = out.resolve("dossier");
    if (!Files.exists(dossier)) {
      s.say("running a demo, for a dossier with observations");
      if (s.quick()) {
        run(s, out, "--device", "smart-lock");
      } else {
        run(s, out);
      }
    }
    return dossier;
  }
}
