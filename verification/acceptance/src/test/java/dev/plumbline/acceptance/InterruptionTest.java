package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test that is stopped in the middle loses nothing that it acknowledged. */
@Tag("peers")
class InterruptionTest {
  private static final Pattern DONE = Pattern.compile("^ +(\\S+) +done +(\\d+) observations?.*");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final long SECONDS = 120;

  @TempDir private Path directory;

  private void run(String signal, boolean resume) throws IOException {
    PrivateNetwork.run(
        InterruptedRun.class,
        List.of(directory.toString(), signal, Boolean.toString(resume)),
        directory.resolve("log"),
        SECONDS);
  }

  private List<String> printed(String log) throws IOException {
    return Files.readAllLines(directory.resolve(log));
  }

  private Workspace.Opened open() {
    return Workspace.open(directory.resolve("dossier"), DAY);
  }

  /** Number of facts in the journal, without those that the run notes about itself. */
  private int kept() {
    return (int)
        open().workspace().orElseThrow().dossier().observations().stream()
            .map(Observation::key)
            .filter(k -> !k.equals("device.health") && !k.startsWith("run."))
            .count();
  }

  /** Number of observations that the lines of a log acknowledge, all probes together. */
  private static int acknowledged(List<String> lines) {
    return lines.stream()
        .map(DONE::matcher)
        .filter(Matcher::matches)
        .mapToInt(m -> Integer.parseInt(m.group(2)))
        .sum();
  }

  private static Set<String> done(List<String> lines) {
    return lines.stream()
        .map(DONE::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void killedAtOnceTheDossierOpensWithAllThatWasAcknowledged() throws IOException {
    run("KILL", false);
    List<String> first = printed("first.txt");
    assertThat(first.getLast()).isEqualTo("exit 137");
    assertThat(acknowledged(first)).isPositive();
    Workspace.Opened opened = open();
    assertThat(opened.problems())
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .extracting(Problem::what)
        .isEmpty();
    assertThat(kept()).isGreaterThanOrEqualTo(acknowledged(first));
  }

  @Test
  void stoppedByCtrlCItGoesOnWhereItWas() throws IOException {
    run("INT", true);
    List<String> first = printed("first.txt");
    assertThat(first.getLast()).isNotEqualTo("exit 0");
    assertThat(first).anyMatch(l -> l.contains("--resume"));
    List<String> second = printed("second.txt");
    assertThat(second.getLast()).as("%s", second).isEqualTo("exit 0");
    for (String probe : done(first)) {
      assertThat(second).anyMatch(l -> l.matches(" +" + probe + " +done before .*"));
    }
    assertThat(done(second)).isNotEmpty().doesNotContainAnyElementsOf(done(first));
    assertThat(kept()).isEqualTo(acknowledged(first) + acknowledged(second));
  }
}
