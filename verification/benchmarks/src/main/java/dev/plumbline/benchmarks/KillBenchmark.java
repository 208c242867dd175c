package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Processes that upload, decide and comment, killed by SIGKILL at random moments. */
final class KillBenchmark implements Benchmark {
  private static final int KILLS = 1000;

  /** Of one dossier: its record is read whole after each kill. */
  private static final int OF_ONE = 25;

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Random random = new Random(1);
    List<String> faults = new ArrayList<>();
    int acknowledged = 0;
    int left = s.times(KILLS);
    while (left > 0) {
      int kills = Math.min(left, OF_ONE);
      Path dossier = Files.createTempDirectory(s.scratch(), "killed-");
      KilledWriters.Found found = KilledWriters.in(dossier, random).kill(kills);
      faults.addAll(found.faults());
      acknowledged += found.acknowledged();
      left -= kills;
    }
    return new Result(
        List.of(
            new Row(
                "kill -9 at random moments of writes and uploads, "
                    + s.times(KILLS)
                    + " times: acknowledged records and files that are missing or broken",
                Row.NONE,
                "0",
                faults.size() + " of " + acknowledged,
                Row.NONE,
                Standing.of(faults.isEmpty()))),
        Map.of("kills", s.times(KILLS), "acknowledged", acknowledged, "faults", faults));
  }
}
