package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The report for paper of a full dossier with all observations of a demo, as a whole process. */
final class PdfBenchmark implements Benchmark {
  private static final int RUNS = 10;
  private static final double REACH = 5;
  private static final int FAILS = 10;

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    s.say("running a demo, for a dossier with observations");
    Path dossier = DemoBenchmark.dossier(s);
    Path out = s.scratch().resolve("paper");
    Program report =
        Program.of(
            s.plumbline(),
            "report",
            dossier.toString(),
            "--format",
            "pdf",
            "--out",
            out.toString());
    Samples times = new Samples();
    Samples memory = new Samples();
    report.run(s.scratch()).expecting(FAILS);
    for (int i = 0; i < s.times(RUNS); i++) {
      Ran ran = report.run(s.scratch()).expecting(FAILS);
      times.add(ran.seconds());
      memory.add(ran.peakKib() / 1024.0);
    }
    long kib = Files.size(out.resolve("report.pdf")) / 1024;
    return new Result(
        List.of(
            new Row(
                "`./plumbline report --format pdf` of a demo (" + kib + " KiB)",
                Row.NONE,
                "≤ 5 s",
                times.seconds() + ", " + Math.round(memory.median()) + " MiB",
                Row.NONE,
                Standing.of(times.median() <= REACH))),
        Map.of("seconds", times.values(), "peakMib", memory.values(), "kib", kib));
  }
}
