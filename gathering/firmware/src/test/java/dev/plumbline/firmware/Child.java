package dev.plumbline.firmware;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a tool that makes images. */
final class Child {
  private Child() {}

  /** Runs it in a folder; its failure fails the test, with the package to install. */
  static void run(Path folder, String debianPackage, String... command)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError(
          command[0] + " is missing; type: sudo apt-get install " + debianPackage, e);
    }
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(List.of(command) + ": " + said);
    }
  }
}
