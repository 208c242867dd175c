package dev.plumbline.benchmarks;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Kills {@link RecordWriter}s by SIGKILL at random moments and looks for all that they told to be
 * stored.
 *
 * @param dossier that they write to, one after the other
 * @param random when each is killed
 */
record KilledWriters(Path dossier, Random random) {
  /** So many are stored at most before the moment at which a writer is killed. */
  private static final int MOST_STORED = 9;

  private static final int LONGEST_MICROS = 20_000;

  /** Makes a dossier for them in an empty folder. */
  static KilledWriters in(Path folder, Random random) throws IOException {
    Files.writeString(
        folder.resolve("product.yaml"),
        """
        edition: "3.1.3"
        product:
          manufacturer: M
          name: N
          model: O
          softwareVersion: "1"
        """);
    Files.writeString(folder.resolve("ics.yaml"), "edition: \"3.1.3\"\n");
    return new KilledWriters(folder, random);
  }

  /**
   * What was found.
   *
   * @param acknowledged records and files that the writers told to be stored
   * @param faults what is missing or broken, each as a sentence
   */
  record Found(int acknowledged, List<String> faults) {
    Found {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Starts and kills writers, and looks after each.
   *
   * @param kills how many
   */
  Found kill(int kills) throws IOException, InterruptedException {
    Set<String> acknowledged = new HashSet<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      acknowledged.addAll(killed(random.nextLong()));
      faults.addAll(faults(acknowledged));
    }
    return new Found(acknowledged.size(), faults);
  }

  /** What a writer told before it was killed. */
  private List<String> killed(long seed) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                RecordWriter.class.getName(),
                dossier.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (int left = 1 + random.nextInt(MOST_STORED); left > 0; left--) {
        told.add(
            Optional.ofNullable(out.readLine())
                .orElseThrow(() -> new IOException("A writer ended by itself.")));
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_MICROS));
      // Through its handle: the process object would throw away what it told before.
      process.toHandle().destroyForcibly();
      out.lines().filter(l -> l.matches("[EDC] [0-9a-f]{64}")).forEach(told::add);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return told;
  }

  /**
   * What is missing or broken in the dossier.
   *
   * @param acknowledged lines of writers
   */
  List<String> faults(Set<String> acknowledged) throws IOException {
    List<String> faults = new ArrayList<>();
    Problems problems = new Problems();
    Optional<Dossier> opened = DossierFolder.at(dossier, Map.of()).open(problems);
    problems.sorted().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(Problem::toString)
        .forEach(faults::add);
    if (opened.isEmpty()) {
      faults.add("The dossier cannot be opened.");
      return faults;
    }
    Set<String> there = new HashSet<>();
    for (Decision decision : opened.get().decisions()) {
      there.add("D " + decision.digest().hex());
    }
    opened.get().team().records().forEach(r -> there.add("C " + r.signed().digest().hex()));
    for (EvidenceFile file : opened.get().evidence().values()) {
      if (acknowledged.contains("E " + file.sha256().hex()) && holds(file)) {
        there.add("E " + file.sha256().hex());
      }
    }
    acknowledged.stream()
        .filter(a -> !there.contains(a))
        .forEach(a -> faults.add(a + " was acknowledged and is not there."));
    return faults;
  }

  private boolean holds(EvidenceFile file) throws IOException {
    try (InputStream in = Files.newInputStream(dossier.resolve(file.path()))) {
      return Digest.of(in).equals(file.sha256());
    }
  }
}
