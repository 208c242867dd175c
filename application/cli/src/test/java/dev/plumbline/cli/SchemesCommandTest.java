package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemesCommandTest {
  private static final String CAMERA = "../../examples/sound-camera";
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/plumbline/cli/schemes-for-sound-camera.txt");
  private static final String PROVISIONS = "Provisions that are not met";

  // The reasons of single provisions are the checks' and rules', whose own tests hold them.
  @Test
  void theSoundCameraIsHeldAgainstAllSchemes() throws IOException {
    Ran ran = Ran.of("schemes", "for", CAMERA, "--on", "2026-11-27");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(PROVISIONS);
    String levels = ran.out().substring(0, ran.out().indexOf(PROVISIONS));
    if (Boolean.getBoolean("plumbline.update")) {
      Files.writeString(GOLDEN, levels);
    }
    assertThat(levels).isEqualTo(Files.readString(GOLDEN));
    assertThat(ran.out().substring(levels.length()).lines().skip(1))
        .filteredOn(l -> !l.startsWith("    "))
        .isNotEmpty()
        .allSatisfy(
            l -> assertThat(l).matches("  [\\d.]+-\\d+[A-Z]?( \\(through .+\\))?: [a-z, ]+"));
    assertThat(Ran.of("schemes", "for", CAMERA, "--on", "2026-11-27", "--brief").out())
        .isNotBlank()
        .satisfies(brief -> assertThat(levels).startsWith(brief));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-07-31, eu-red, 18031-1, not-yet",
    "2025-08-01, eu-red, 18031-1, yes",
    "2026-09-10, eu-cra, reporting, not-yet",
    "2026-09-11, eu-cra, reporting, yes",
    "2027-12-10, eu-cra, full, not-yet",
    "2027-12-11, eu-cra, full, yes"
  })
  void theDayIsHonoured(String day, String scheme, String level, String available) {
    JsonNode json = json("schemes", "for", CAMERA, "--on", day, "--format", "json");
    assertThat(json.path("on").asString()).isEqualTo(day);
    JsonNode held =
        json.path("levels")
            .valueStream()
            .filter(l -> l.path("scheme").asString().equals(scheme))
            .filter(l -> l.path("level").asString().equals(level))
            .findFirst()
            .orElseThrow();
    assertThat(held.path("available").asString()).isEqualTo(available);
    assertThat(held.path("answer").asString())
        .isEqualTo(available.equals("yes") ? "cannot-tell" : "not-eligible");
  }

  @Test
  void everyMissingProvisionHasItsVerdictItsReasonAndAWay() {
    JsonNode json = json("schemes", "for", CAMERA, "--on", "2026-11-27", "--format", "json");
    assertThat(json.path("levels").valueStream().flatMap(l -> l.path("missing").valueStream()))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.path("verdict").asString()).isNotBlank())
        .allSatisfy(m -> assertThat(m.path("reason").asString()).isNotBlank())
        .allSatisfy(m -> assertThat(m.path("way").asString()).isNotBlank());
    assertThat(json.path("next").size()).isPositive();
  }

  @Test
  void whatSchemesYamlShowsCountsUntilItsFileIsChanged(@TempDir Path directory) throws IOException {
    Path dossier = copied(directory.resolve("camera"));
    Files.createDirectories(dossier.resolve("evidence"));
    Path file = Files.writeString(dossier.resolve("evidence/statement.txt"), "We comply.");
    Files.writeString(
        dossier.resolve("evidence.yaml"),
        "files:\n- {sha256: "
            + Digest.of("We comply.").hex()
            + ", path: evidence/statement.txt, what: Statement, at: 2026-11-01}\n");
    Files.writeString(
        dossier.resolve("schemes.yaml"),
        """
        shown:
          - scheme: uk-psti
            level: law
            ask: statement-of-compliance
            evidence: evidence/statement.txt
            by: Example Devices
            as: maker
            date: 2026-11-01
            proves: The statement of compliance
          - scheme: uk-psti
            level: law
            ask: support-period-publication
            by: Example Devices
            as: maker
            date: 2026-11-01
            proves: It stands in the shop
        """);
    String[] line = {
      "schemes", "for", dossier.toString(), "--on", "2026-11-27", "--format", "json"
    };
    JsonNode law =
        json(line)
            .path("levels")
            .valueStream()
            .filter(l -> l.path("scheme").asString().equals("uk-psti"))
            .findFirst()
            .orElseThrow();
    assertThat(law.path("asks").valueStream().map(a -> a.path("state").asString()))
        .containsExactly("claimed", "shown");
    assertThat(law.path("validity").path("until").asString()).isEqualTo("2031-12-31");
    Files.writeString(file, "We do not.");
    Ran changed = Ran.of(line);
    assertThat(changed.code()).isEqualTo(12);
    assertThat(changed.err()).contains("PLB-1052", "evidence.yaml");
    assertThat(changed.out()).isEmpty();
  }

  @Test
  void thePageIsWrittenToItsFile(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("labels.html");
    Ran ran = Ran.of("schemes", "for", CAMERA, "--format", "html", "-o", page.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(page).content().contains("uk-psti", "Content-Security-Policy").endsWith("</html>\n");
  }

  @Test
  void listNamesEverySchemeAndShowKnowsEachOfThem() {
    JsonNode list = json("schemes", "list", "--format", "json");
    assertThat(list.size()).isEqualTo(25);
    String text = Ran.of("schemes", "list").out();
    for (JsonNode scheme : list) {
      String id = scheme.path("id").asString();
      assertThat(text).contains(id);
      assertThat(Ran.of("schemes", "show", id).out()).contains(id, "unknown:", "Sources");
    }
    JsonNode shown = json("schemes", "show", "fi-label", "--format", "json");
    assertThat(shown.path("sets").path(0).path("provisions").size()).isEqualTo(18);
  }

  @Test
  void showTellsConfidenceSourcesAndRecognition() {
    assertThat(Ran.of("schemes", "show", "sg-cls").out().replaceAll("\\s+", " "))
        .contains("csa-consumers", "medium", "inferred")
        .contains("sg-cls 3 or higher → kr-cic basic: recognised since 2025-01-01");
  }

  @ParameterizedTest
  @CsvSource({"schemes", "schemes show nothing", "schemes for ../examples/sound-camera --on soon"})
  void wrongUseIsToldInWords(String line) {
    Ran ran = Ran.of(line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isNotBlank().doesNotContain("Exception", "dev.plumbline");
  }

  @Test
  void aDossierThatCannotBeReadIsNotHeldAgainstAnything() {
    Ran ran = Ran.of("schemes", "for", "no-such-directory");
    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("Exception", "dev.plumbline");
  }

  private static Path copied(Path to) throws IOException {
    Path from = Path.of(CAMERA);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static JsonNode json(String... args) {
    return JsonMapper.shared().readTree(Ran.of(args).out());
  }
}
