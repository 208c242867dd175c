package dev.plumbline.importers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs a tool of Debian, so that its real output is read. */
public final class RealTool {
  private RealTool() {}

  /**
   * Runs a command to its end, whatever its exit code, and writes what it says into a file.
   *
   * @param debianPackage that holds it
   */
  public static Path run(Path output, String debianPackage, String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(false)
              .redirectOutput(output.toFile())
              .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command[0] + " did not come to its end");
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (IOException e) {
      throw new AssertionError("apt-get install --no-install-recommends " + debianPackage, e);
    }
  }
}
