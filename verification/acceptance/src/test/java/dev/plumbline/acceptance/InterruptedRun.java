package dev.plumbline.acceptance;

import dev.plumbline.cli.Main;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops {@code plumbline test} in the middle, in a network of its own; started by {@link
 * InterruptionTest}. The arguments: a directory, a signal, and whether to go on afterwards.
 */
final class InterruptedRun {
  private static final int DONE_BEFORE_SIGNAL = 2;

  private InterruptedRun() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path out = Path.of(args[0]);
    Path dossier = Repository.copyOfExample("smart-lock", out.resolve("dossier"));
    try (Stage _ = Stage.open(DeviceSpec.named("smart-lock"))) {
      String agreed = Agreed.to(dossier);
      test(out.resolve("first.txt"), args[1], "test", dossier.toString(), "--yes", agreed);
      if (Boolean.parseBoolean(args[2])) {
        test(
            out.resolve("second.txt"), "", "test", dossier.toString(), "--resume", "--yes", agreed);
      }
    }
  }

  /** Keeps what the command printed until it ended, and its exit code in the last line. */
  private static void test(Path log, String signal, String... words)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    // A build server may start its jobs with Ctrl-C ignored, and children inherit that.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(PrivateNetwork.java(Main.class, List.of(words)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = printed.readLine(); line != null; line = printed.readLine()) {
        lines.add(line);
        if (!signal.isEmpty()
            && lines.stream().filter(InterruptedRun::isOfProbe).count() == DONE_BEFORE_SIGNAL) {
          send(signal, process);
        }
      }
    }
    lines.add("exit " + process.waitFor());
    Files.write(log, lines);
  }

  /** What became of a probe; other lines stand at the margin. */
  private static boolean isOfProbe(String line) {
    return line.startsWith("  ");
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
