package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input is answered in words and with exit code 2 or 12; never with a stack trace. */
class WrongInputTest {
  private static final Map<String, List<String>> COMMANDS =
      Map.ofEntries(
          Map.entry("check", List.of()),
          Map.entry("gaps", List.of()),
          Map.entry("fmt", List.of()),
          Map.entry("export", List.of("--format", "xlsx", "-o", "/does/not/exist.xlsx")),
          Map.entry("plan", List.of()),
          Map.entry("test", List.of("--dry-run")),
          Map.entry("judge", List.of()),
          Map.entry("status", List.of()),
          Map.entry("report", List.of()),
          Map.entry("assess", List.of()),
          Map.entry(
              "waive",
              List.of("5.6-1-2c@DUT", "--until", "9999-12-31", "--by", "me", "--because", "seen")),
          Map.entry("interview", List.of()),
          Map.entry("draft", List.of("--list")),
          Map.entry("schemes for", List.of("--format", "html")),
          Map.entry("explain", List.of("5.6-1-2c@DUT")),
          Map.entry(
              "decide",
              List.of("5.6-1-2c@DUT", "--verdict", "PASS", "--by", "me", "--because", "seen")));

  static Stream<Arguments> wrongDossiers() {
    return COMMANDS.keySet().stream()
        .sorted()
        .flatMap(
            c ->
                Stream.of("missing", "file", "empty", "binary", "broken", "list", "nothing")
                    .map(i -> Arguments.of(c, i)));
  }

  @ParameterizedTest(name = "{0} of a dossier that is {1}")
  @MethodSource("wrongDossiers")
  void aDossierThatIsNoneIsSaidToBeNone(String command, String input, @TempDir Path directory)
      throws IOException {
    Path dossier = directory.resolve("dossier");
    prepare(dossier, input);
    List<Object> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(dossier);
    words.addAll(COMMANDS.getOrDefault(command, List.of()));
    Cli result = Cli.run(words.toArray());
    assertThat(result.code()).as("%s\n%s", result.out(), result.err()).isIn(2, 12);
    assertThat(result.out() + result.err())
        .isNotBlank()
        .doesNotContainPattern("(?m)^\\s+at \\S+\\(")
        .doesNotContain("Exception", "defect of Plumbline");
  }

  private static void prepare(Path dossier, String input) throws IOException {
    switch (input) {
      case "missing" -> {}
      case "file" -> Files.writeString(dossier, "edition: \"3.1.3\"\n");
      case "empty" -> Files.createDirectory(dossier);
      default -> {
        Repository.copyOfExample("smart-lock", dossier);
        Path product = dossier.resolve("product.yaml");
        switch (input) {
          case "binary" -> Files.write(product, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 10});
          case "broken" -> Files.writeString(product, "edition: \"3.1.3\n  - [unclosed\n\t:\n");
          case "list" -> Files.writeString(product, "- one\n- two\n");
          case "nothing" -> Files.writeString(product, "");
          default -> throw new IllegalArgumentException(input);
        }
      }
    }
  }

  @Test
  void anUnknownCommandIsWrongUse() {
    Cli.run("chekc", "x").ends(2).complainsInWords();
    assertThat(Cli.run("chekc", "x").err()).contains("check");
  }

  @Test
  void noCommandIsWrongUse() {
    Cli.run().ends(2).complainsInWords();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.9.9", "", "latest"})
  void anUnknownEditionIsWrongUse(String edition) {
    Cli counts = Cli.run("catalogue", "counts", "--edition", edition).ends(2).complainsInWords();
    assertThat(counts.err()).contains("3.1.3").contains("2.1.1");
  }

  @Test
  void anUnknownProbeIsWrongUse() throws IOException {
    KnownDefects.unless(
        "test-only-unknown-probe",
        () -> {
          Cli test =
              Cli.run("test", Repository.at("examples/smart-lock"), "--dry-run", "--only", "nope");
          test.ends(2).complainsInWords();
          assertThat(test.err()).contains("tcp-open-ports");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalogue show 9.9-9",
        "learn nonsense",
        "demo --device toaster",
        "explain DIR 9.9-9-1a@DUT",
        "explain DIR nonsense",
        "decide DIR 5.6-1-2c@DUT --verdict MAYBE --by me --because x",
        "decide DIR 5.6-1-2c@DUT --verdict PASS --by me",
        "report DIR --format papyrus",
        "profile",
        "profile show nothing",
        "profile check /does/not/exist.yaml",
        "schemes for DIR --format pdf",
        "schemes for DIR --on tomorrow",
        "schemes for DIR -o /does/not/exist.html",
        "judge DIR --crypto-policy /does/not/exist.yaml",
        "test DIR --intrusiveness gently --dry-run",
        "test DIR --no-such-option",
        "test DIR --resume",
        "interview DIR --answers /does/not/exist.yaml",
        "export DIR --format ods -o x.ods",
        "export DIR --format xlsx",
        "import-dossier /does/not/exist.xlsx DIR --edition 9.9.9"
      })
  void whatCannotBeUsedIsWrongUse(String line, @TempDir Path directory) throws IOException {
    Path dossier = Repository.copyOfExample("smart-lock", directory.resolve("lock"));
    Object[] words = Stream.of(line.split(" ")).map(w -> w.equals("DIR") ? dossier : w).toArray();
    Cli.run(words).ends(2).complainsInWords();
  }

  @Test
  void whatWasNoDemoIsNotReplacedByOne(@TempDir Path directory) throws IOException {
    Path kept = Files.createDirectories(directory.resolve("dossier")).resolve("kept");
    Files.writeString(kept, "mine");
    Cli.run("demo", "--out", directory).ends(2).complainsInWords();
    assertThat(kept).hasContent("mine");
  }
}
