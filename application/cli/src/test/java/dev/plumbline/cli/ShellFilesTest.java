package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.shell.ShellFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Completion scripts and pages of the manual, read by the shells and programs that they are for.
 */
class ShellFilesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  @TempDir private Path folder;
  private List<Path> written = List.of();

  @BeforeEach
  void write() throws IOException {
    written = ShellFiles.write(folder, root(), "Plumbline 9.9", DAY);
  }

  private static CommandSpec root() {
    return new CommandLine(new PlumblineCommand()).getCommandSpec();
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static Stream<String> names(CommandSpec command) {
    return Stream.concat(
        Stream.of(command.qualifiedName("-")),
        command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(c -> !c.usageMessage().hidden())
            .flatMap(ShellFilesTest::names));
  }

  @Test
  void everyCommandHasAPage() {
    assertThat(written.stream().map(Path::toString).filter(name -> name.endsWith(".1")))
        .containsExactlyInAnyOrderElementsOf(
            names(root()).map(name -> "man/man1/" + name + ".1").toList());
  }

  @Tag("peers")
  @Test
  void thePagesAreSoundRoff() throws Exception {
    List<String> command = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "warning"));
    written.stream().map(Path::toString).filter(n -> n.endsWith(".1")).forEach(command::add);
    assertThat(run(command.toArray(String[]::new))).isEmpty();
  }

  @Tag("peers")
  @Test
  void aPageShowsOptionsAndExamplesAsTheyAreTyped() throws Exception {
    String page = run("mandoc", "-T", "utf8", "man/man1/plumbline-dev-shell-files.1");
    assertThat(page.replaceAll(".\b", ""))
        .contains(
            "plumbline-dev-shell-files - Writes",
            "--day=DATE",
            "plumbline dev shell-files --out /tmp/plumbline --day 2026-11-24",
            "Plumbline 9.9");
  }

  @Tag("peers")
  @Test
  void aLineThatBeginsAsARequestIsText() throws Exception {
    CommandSpec odd = CommandSpec.create().name("odd");
    odd.usageMessage().description(".so /etc/passwd \\fB is %% \"text\"");
    Path other = folder.resolve("other");
    ShellFiles.write(other, new CommandLine(odd).getCommandSpec(), "odd 1", DAY);

    assertThat(Files.readString(other.resolve("man/man1/odd.1")))
        .contains("\n\\&.so /etc/passwd \\efB is % \\(dqtext\\(dq\n");
    assertThat(run("mandoc", "-T", "utf8", "other/man/man1/odd.1").replaceAll(".\b", ""))
        .contains(".so /etc/passwd \\fB is % \"text\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theCommandPrintsTheScript(String shell) throws Exception {
    Ran ran = Ran.of("completion", shell);
    assertThat(ran.code()).isZero();
    String file =
        switch (shell) {
          case "zsh" -> "_plumbline";
          default -> "plumbline." + shell;
        };
    assertThat(ran.out()).isEqualTo(Files.readString(folder.resolve("completions").resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "plumbline catalog, catalogue",
    "plumbline catalogue sh, show",
    "plumbline fmt --he, --help",
    "plumbline completion f, fish"
  })
  void bashCompletes(String typed, String expected) throws Exception {
    String script =
        ". completions/plumbline.bash; COMP_LINE=$1; COMP_POINT=${#1}; read -ra COMP_WORDS <<<\"$1\";"
            + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_plumbline;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    assertThat(run("bash", "-c", script, "bash", typed).lines()).containsExactly(expected);
  }

  @Tag("peers")
  @ParameterizedTest
  @CsvSource({
    "plumbline catalog, catalogue, Shows what the standard asks",
    "plumbline catalogue sh, show, Shows a provision",
    "plumbline fmt --hel, --help, Show this help",
    "plumbline completion fi, fish, ''"
  })
  void fishCompletesAndDescribes(String typed, String expected, String description)
      throws Exception {
    String script = "source completions/plumbline.fish; complete -C '" + typed + "'";
    assertThat(run("fish", "--no-config", "-c", script).strip())
        .startsWith(expected)
        .contains(description)
        .doesNotContain("\n");
  }

  /** In a terminal of its own, since zsh completes in one alone. */
  @Tag("peers")
  @ParameterizedTest
  @CsvSource({
    "plumbline catalog, catalogue",
    "plumbline catalogue sh, show",
    "plumbline fmt --he, --help",
    "plumbline completion fi, fish"
  })
  void zshCompletes(String typed, String expected) throws Exception {
    Files.writeString(
        folder.resolve("type.zsh"),
        """
        zmodload zsh/zpty
        zpty shell env TERM=dumb zsh -f -i
        zpty -w shell 'PS1=; unsetopt zle_bracketed_paste; fpath=($PWD/completions $fpath)'
        zpty -w shell 'autoload -U compinit; compinit -u -D; echo rea''dy'
        zpty -r -m shell before '*ready*'
        zpty -w -n shell "$1"$'\t'
        zpty -r -m shell after "*$2*" && print -r -- "$after"
        zpty -d shell
        """);
    assertThat(run("timeout", "30", "zsh", "type.zsh", typed, expected)).contains(expected);
  }
}
