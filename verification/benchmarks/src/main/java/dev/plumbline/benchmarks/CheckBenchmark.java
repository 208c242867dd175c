package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code check} of a full dossier from a shell: a new process each time. */
final class CheckBenchmark implements Benchmark {
  private static final int RUNS = 10;
  private static final double REACH = 0.5;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Program check =
        Program.of(s.plumbline(), "check", s.home().resolve("examples/careless-camera").toString());
    Samples with = new Samples();
    Samples without = new Samples();
    Samples memory = new Samples();
    s.say("warming up the file cache");
    check.run(s.scratch()).expecting(0);
    for (int i = 0; i < s.times(RUNS); i++) {
      Ran ran = check.run(s.scratch()).expecting(0);
      with.add(ran.seconds());
      memory.add(ran.peakKib() / 1024.0);
      without.add(
          check
              .with("JDK_JAVA_OPTIONS", "-XX:AOTMode=off")
              .run(s.scratch())
              .expecting(0)
              .seconds());
    }
    return new Result(
        List.of(
            new Row(
                "`./plumbline check` of a full dossier, cold shell",
                Row.NONE,
                "≤ " + Samples.seconds(REACH),
                with.seconds() + ", " + Math.round(memory.median()) + " MiB",
                Row.NONE,
                Standing.of(with.median() <= REACH)),
            new Row(
                "the same without the AOT cache",
                Row.NONE,
                Row.NONE,
                without.seconds(),
                Row.NONE,
                Standing.TOLD)),
        Map.of(
            "withAotSeconds", with.values(),
            "withoutAotSeconds", without.values(),
            "peakMib", memory.values()));
  }
}
