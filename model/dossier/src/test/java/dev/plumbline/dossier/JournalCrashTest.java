package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes, with no warning, and counts what is there. */
class JournalCrashTest {
  @TempDir private Path directory;

  /** Appends batches for ever and tells how many records were acknowledged. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] arguments) throws IOException {
      DossierFolder folder = DossierFolder.at(Path.of(arguments[0]), Map.of());
      int next = Integer.parseInt(arguments[1]);
      try (DossierWriter writer = folder.write()) {
        while (true) {
          writer.appendObservations(
              List.of(JournalSamples.observation(next), JournalSamples.observation(next + 1)));
          next += 2;
          System.out.println(next);
          System.out.flush();
        }
      }
    }
  }

  private Process appender(int from) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Appender.class.getName(),
            directory.toString(),
            Integer.toString(from))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterKillAndTheNextProcessGoesOn() throws Exception {
    DossierOnDisk disk = DossierOnDisk.in(directory);
    int there = 0;
    for (int rounds = 0; rounds < 3; rounds++) {
      int acknowledged = killedAfter(there, 20 + 13 * rounds);
      Problems problems = new Problems();
      List<Observation> records = disk.open(problems).orElseThrow().observations();

      assertThat(problems.sorted()).allMatch(p -> p.severity() == Severity.WARNING);
      assertThat(records).hasSizeGreaterThanOrEqualTo(acknowledged);
      for (int i = 0; i < records.size(); i++) {
        assertThat(records.get(i)).isEqualTo(JournalSamples.observation(i));
      }
      there = records.size();
    }
  }

  /** The last number that the process told before it was killed. */
  private int killedAfter(int from, int lines) throws Exception {
    Process process = appender(from);
    int acknowledged = from;
    try (BufferedReader out = process.inputReader()) {
      for (int line = 1; ; line++) {
        String told = out.readLine();
        if (told == null || !told.matches("\\d+")) {
          break;
        }
        acknowledged = Integer.parseInt(told);
        if (line == lines) {
          // Through its handle: the process object would throw away what it told before.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(from + 2 * lines);
    return acknowledged;
  }

  @Test
  void aSecondProcessIsNotLetInWhileTheFirstWrites() throws Exception {
    DossierOnDisk disk = DossierOnDisk.in(directory);
    Process process = appender(0);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("2");
      assertThatThrownBy(() -> disk.folder().write())
          .isInstanceOf(DossierWriter.DossierLockedException.class);
    } finally {
      process.destroyForcibly().waitFor();
    }
    disk.folder().write().close();
  }
}
