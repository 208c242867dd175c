package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window that asks nobody by itself. */
final class Chromium {
  private static final List<String> START =
      List.of(
          "chromium",
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final int SECONDS = 120;

  private Chromium() {}

  /**
   * Opens a page, lets it run, and gives what it became.
   *
   * @param work for its profile and the result
   * @param millis of the page's own time
   * @param more options
   */
  static String dom(Path work, int millis, String page, String... more)
      throws IOException, InterruptedException {
    Path dom = work.resolve("dom.html");
    List<String> command = new ArrayList<>(START);
    command.addAll(List.of(more));
    command.add("--user-data-dir=" + work.resolve("profile"));
    command.add("--virtual-time-budget=" + millis);
    command.addAll(List.of("--dump-dom", page));
    Process chromium;
    try {
      chromium =
          new ProcessBuilder(command)
              .redirectOutput(dom.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new AssertionError("Chromium is missing; type: sudo apt-get install -y chromium", e);
    }
    assertThat(chromium.waitFor(SECONDS, TimeUnit.SECONDS)).as("Chromium ended").isTrue();
    return Files.readString(dom);
  }
}
