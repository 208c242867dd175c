package dev.plumbline.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs in a network namespace of their own. There a simulated device is alone on its
 * address: no service of this machine can be taken for the device's.
 */
final class PrivateNetwork {
  private static final String ENTER = "ip link set lo up && exec \"$@\"";

  private PrivateNetwork() {}

  /** The command line that runs a command in a fresh network. */
  static List<String> enter(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("unshare"));
    if (!"root".equals(System.getProperty("user.name"))) {
      whole.add("--map-root-user");
    }
    whole.addAll(List.of("--net", "sh", "-c", ENTER, "sh"));
    whole.addAll(command);
    return whole;
  }

  /** The command line that runs a class of this test's class path. */
  static List<String> java(Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dplumbline.home=" + Repository.at(""),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a class in a network of its own to its end.
   *
   * @throws AssertionError if it fails or takes longer, with what it printed
   */
  static void run(Class<?> main, List<String> arguments, Path log, long seconds)
      throws IOException {
    run(main, arguments, log, seconds, Map.of());
  }

  /**
   * The same, with other values of some variables for the class alone.
   *
   * @param variables by name
   */
  static void run(
      Class<?> main, List<String> arguments, Path log, long seconds, Map<String, String> variables)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("env"));
    variables.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(java(main, arguments));
    Process child =
        new ProcessBuilder(enter(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!child.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError(
            main.getSimpleName() + " took too long:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      child.destroyForcibly();
    }
    if (child.exitValue() != 0) {
      throw new AssertionError(main.getSimpleName() + " failed:\n" + Files.readString(log));
    }
  }
}
