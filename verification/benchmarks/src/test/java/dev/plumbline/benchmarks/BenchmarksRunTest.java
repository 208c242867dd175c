package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Benchmarks that nobody runs stop working unseen. Times are no matter here. */
class BenchmarksRunTest {
  /** Those that are tried on every build. */
  private static final List<String> TRIED =
      List.of(
          "tls",
          "ssh",
          "check",
          "decide",
          "record",
          "judge",
          "schemes",
          "exchange",
          "workbench",
          "imports");

  /**
   * Those that take longer, need a network of their own, or write gigabytes; {@link
   * KilledWritersTest} does what {@code kill} measures.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("ports", "udp", "kill", "portfolio", "pdf", "demo", "capture");

  /** One for all, as in a usual run: a benchmark finds the demo of the one before. */
  @TempDir private static Path scratch;

  @ParameterizedTest
  @FieldSource("TRIED")
  void aQuickRunComesToItsEnd(String name) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path home = Path.of("..", "..").toAbsolutePath().normalize();
    Benchmark benchmark =
        Main.ALL.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    Result result =
        benchmark.measure(new Surroundings(home, door(home), scratch, true, false, out));
    assertThat(result.rows()).isNotEmpty();
  }

  @Test
  void everyBenchmarkIsTriedOrNamedAsLeftOut() {
    Set<String> named = new TreeSet<>(LEFT_OUT);
    named.addAll(TRIED);
    assertThat(Main.ALL.stream().map(Benchmark::name)).containsExactlyInAnyOrderElementsOf(named);
  }

  /** The program from the class path of this test, so that nothing is built meanwhile. */
  private static Path door(Path home) throws IOException {
    String script =
        """
        #!/bin/sh
        exec "%s" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 "-Dplumbline.home=%s" -cp "%s" dev.plumbline.cli.Main "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                home,
                System.getProperty("java.class.path"));
    Path file = scratch.resolve("plumbline");
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
