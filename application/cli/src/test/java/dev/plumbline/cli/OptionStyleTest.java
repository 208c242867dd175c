package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One style for all commands: -o FILE for a file, --out DIR for a folder, DIR first. */
class OptionStyleTest {
  /** What is brought in comes before where it goes, as with cp; a folder of files can be both. */
  private static final Set<String> FROM_ELSEWHERE = Set.of("plumbline import-dossier");

  private static final List<CommandSpec> COMMANDS =
      all(new CommandLine(new PlumblineCommand()).getCommandSpec()).toList();

  private static Stream<CommandSpec> all(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream().flatMap(c -> all(c.getCommandSpec())));
  }

  private static Stream<OptionSpec> shown() {
    return COMMANDS.stream().flatMap(c -> c.options().stream()).filter(o -> !o.hidden());
  }

  @Test
  void aFileIsNamedByOAndAFolderByOut() {
    assertThat(shown().filter(o -> List.of(o.names()).contains("-o")))
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.names()).containsExactly("-o"))
        .allSatisfy(o -> assertThat(o.paramLabel()).isEqualTo("FILE"));
    assertThat(shown().filter(o -> List.of(o.names()).contains("--out")))
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.names()).containsExactly("--out"))
        .allSatisfy(o -> assertThat(o.paramLabel()).isEqualTo("DIR"));
  }

  @Test
  void noOtherOptionSaysWhereToWriteTheMainOutput() {
    assertThat(shown().flatMap(o -> Stream.of(o.names()))).doesNotContain("--output", "--outdir");
  }

  @Test
  void theDossierComesFirst() {
    for (CommandSpec command : COMMANDS) {
      List<String> labels =
          command.positionalParameters().stream().map(PositionalParamSpec::paramLabel).toList();
      if (labels.contains("DIR") && !FROM_ELSEWHERE.contains(command.qualifiedName())) {
        assertThat(labels.getFirst()).as(command.qualifiedName()).isEqualTo("DIR");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff a b -o f",
        "diff a b --out f",
        "export a --format md -o f",
        "export a --format md --out f",
        "seal a -o f",
        "seal a --out f",
        "schemes for a -o f",
        "schemes for a --output f",
        "migrate a --to 3.1.3 --out d",
        "migrate a --to 3.1.3 -o d",
        "documents write a all --out d",
        "documents write a all -o d"
      })
  void earlierSpellingsStillWork(String typed) {
    CommandLine.ParseResult parsed =
        new CommandLine(new PlumblineCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .parseArgs(typed.split(" ", -1));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    assertThat(parsed.unmatched()).isEmpty();
    assertThat(parsed.matchedOptions()).isNotEmpty();
  }
}
