package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewProbeCommandTest {
  private static final String NAME = "mqtt-anonymous-connect";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(project.resolve("gathering/probes"));
  }

  @Test
  void theFilesThatItNamesAreThere() {
    assertThat(run("dev", "new-probe", NAME, "--project", project.toString())).isZero();
    List<String> named =
        out.toString()
            .lines()
            .map(String::strip)
            .filter(l -> l.startsWith("gathering/probes/"))
            .toList();
    assertThat(named).hasSize(4).allSatisfy(f -> assertThat(project.resolve(f)).isNotEmptyFile());
    assertThat(named).anyMatch(f -> f.endsWith("/MqttAnonymousConnectProbe.java"));
    assertThat(out.toString()).contains("docs/howto/add-a-probe.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "Two-Words", "../two-words"})
  void anImpossibleNameIsWrongUseAndWritesNothing(String name) throws IOException {
    assertThat(run("dev", "new-probe", name, "--project", project.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(NAME).doesNotContain("Exception");
    assertThat(files()).isEmpty();
  }

  @Test
  void nothingIsOverwritten() {
    assertThat(run("dev", "new-probe", NAME, "--project", project.toString())).isZero();
    assertThat(run("dev", "new-probe", NAME, "--project", project.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("exists already");
  }

  @Test
  void anotherDirectoryIsWrongUse() {
    Path elsewhere = project.resolve("gathering");
    assertThat(run("dev", "new-probe", NAME, "--project", elsewhere.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not the directory of the project");
  }

  @Test
  void devAloneSaysWhatItCanMake() {
    assertThat(run("dev")).isEqualTo(2);
    assertThat(err.toString()).contains("new-probe");
  }

  private int run(String... args) {
    CommandLine line = new CommandLine(new PlumblineCommand());
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(new UsageErrors());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
