package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code decide --from}: the verdicts of a whole assessment from one table, a new process. */
final class DecideBenchmark implements Benchmark {
  /** As many as the public self-assessment of a real gateway has. */
  private static final int VERDICTS = 713;

  private static final int RUNS = 5;
  private static final double REACH = 5;

  private static final Pattern ENTRIES = Pattern.compile("(?m)^entries:\\n((?:[ #].*\\n|\\n)+)");
  private static final Pattern ID = Pattern.compile("(?m)^(  - id: )([\\w.-]+)$");

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Samples seconds = new Samples();
    Samples memory = new Samples();
    Path table = table(s, grown(s));
    for (int i = 0; i < s.times(RUNS); i++) {
      Path dossier = grown(s);
      Ran ran =
          Program.of(s.plumbline(), "decide", dossier.toString(), "--from", table.toString())
              .run(s.scratch())
              .expecting(0);
      if (!ran.output().contains("Recorded " + VERDICTS + " decisions")) {
        throw new IllegalStateException("not all were recorded: " + ran.output());
      }
      seconds.add(ran.seconds());
      memory.add(ran.peakKib() / 1024.0);
    }
    return new Result(
        List.of(
            new Row(
                "`./plumbline decide --from` a table of " + VERDICTS + " verdicts, whole process",
                Row.NONE,
                "≤ " + Samples.seconds(REACH),
                seconds.seconds() + ", " + Math.round(memory.median()) + " MiB",
                Row.NONE,
                Standing.of(seconds.median() <= REACH))),
        Map.of("seconds", seconds.values(), "peakMib", memory.values()));
  }

  /** The careless camera with each row twice, so that its plan has enough items. */
  private static Path grown(Surroundings s) throws IOException {
    Path dossier = DossierCopy.make(s, "8443").directory();
    List<Path> files;
    try (var all = Files.list(dossier.resolve("ixit"))) {
      files = all.toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      Files.writeString(
          file,
          ENTRIES
              .matcher(text)
              .replaceAll(
                  m ->
                      Matcher.quoteReplacement(
                          m.group() + ID.matcher(m.group(1)).replaceAll("$1$2-again"))));
    }
    return dossier;
  }

  private static Path table(Surroundings s, Path dossier) throws IOException, InterruptedException {
    Path exported = s.scratch().resolve("verdicts.csv");
    Program.of(s.plumbline(), "export", dossier.toString(), "--verdicts", "-o", exported.toString())
        .run(s.scratch())
        .expecting(0);
    List<String> lines = Files.readAllLines(exported);
    if (lines.size() <= VERDICTS) {
      throw new IllegalStateException("the plan has only " + (lines.size() - 1) + " items");
    }
    StringBuilder filled = new StringBuilder("Unit,Subject,Verdict,Reason,By\n");
    for (String line : lines.subList(1, VERDICTS + 1)) {
      String[] cells = line.split(",", 3);
      filled
          .append(cells[0])
          .append(',')
          .append(cells[1])
          .append(",INCONCLUSIVE,The sample of the day was looked at; see the log.,A. Assessor\n");
    }
    return Files.writeString(s.scratch().resolve("filled.csv"), filled.toString());
  }
}
