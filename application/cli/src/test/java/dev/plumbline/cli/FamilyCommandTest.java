package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A variant by the command line: the example beside the camera that it extends. */
class FamilyCommandTest {
  private static final String ITEM = "5.1-1-1a@1-AuthMech/AuthMech-1";
  private static final String FROM = "Example Camera EC-200 (software 3.2.0)";

  @TempDir private Path directory;
  private Path base;
  private Path variant;

  @BeforeEach
  void copyTheFamily() throws IOException {
    base = Copies.of("sound-camera", directory.resolve("sound-camera"));
    variant = Copies.of("sound-camera-wired", directory.resolve("sound-camera-wired"));
  }

  private static void decide(Path dossier, String verdict) {
    Ran ran =
        Ran.of(
            "decide",
            dossier.toString(),
            ITEM,
            "--verdict",
            verdict,
            "--by",
            "A. Tester",
            "--because",
            "Read the generator.");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private String explained() {
    Ran ran = Ran.of("explain", variant.toString(), ITEM);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  @Test
  void aDecisionOnTheBaseIsInheritedAndEveryViewSaysSo() {
    decide(base, "PASS");

    assertThat(explained())
        .contains(ITEM + ": PASS, decided by a person of " + FROM + ", inherited")
        .contains("Inherited from " + FROM + ", because: What logs in");
    assertThat(Ran.of("status", variant.toString()).out())
        .contains("This product is a variant of " + FROM)
        .contains("1 result was inherited");
    assertThat(Ran.of("judge", variant.toString()).out()).contains("1 of them inherited");
  }

  @Test
  void theBaseOfAnotherVersionIsNotInheritedAndTheItemIsToBeTested() throws IOException {
    decide(base, "PASS");
    Copies.edit(
        variant.resolve("product.yaml"), "softwareVersion: .*", "softwareVersion: \"3.2.1\"");

    assertThat(explained())
        .contains(ITEM + ": INCONCLUSIVE")
        .contains("the base's software version is 3.2.0, under assessment is 3.2.1");
    assertThat(Ran.of("delta", variant.toString()).out())
        .contains(ITEM)
        .contains("does not carry over");
  }

  @Test
  void ownDecisionsAreWrittenToTheVariantAndOutrankTheBase() throws IOException {
    decide(base, "PASS");
    Map<String, String> before = digests(base);
    decide(variant, "FAIL");

    assertThat(explained()).contains(ITEM + ": FAIL").doesNotContain("Inherited");
    assertThat(digests(base)).isEqualTo(before);
  }

  @Test
  void aRecordOfTheBaseThatWasChangedByHandHandsNothingOver() throws IOException {
    decide(base, "FAIL");
    decide(base, "PASS");
    Copies.edit(base.resolve("record/decisions.jsonl"), "A. Tester", "B. Tester");

    assertThat(explained()).contains(ITEM + ": INCONCLUSIVE").doesNotContain("Inherited from");
    assertThat(Ran.of("check", variant.toString()).out()).contains("PLB-2037");
  }

  @Test
  void resultsThatTheEditionDoesNotHaveAreTold() throws IOException {
    Copies.edit(variant.resolve("product.yaml"), "5\\.3-2", "5.3-99");
    Ran ran = Ran.of("check", variant.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.DOSSIER.code());
    assertThat(ran.out()).contains("product.yaml:10:24").contains("PLB-2036");
  }

  @Test
  void reportsNameTheBase() throws IOException {
    decide(base, "PASS");
    Path out = directory.resolve("out");
    Ran ran =
        Ran.of(
            "report",
            variant.toString(),
            "--out",
            out.toString(),
            "--format",
            "html,json,csv,junit,markdown,sarif,oscal-ar,cdxa");
    assertThat(ran.err()).isEmpty();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).as(file.toString()).contains("Example Camera EC-200");
      }
    }
    JsonNode json = JsonMapper.shared().readTree(Files.readString(out.resolve("result.json")));
    assertThat(json.path("family").path("inherited").asInt()).isEqualTo(1);
    assertThat(json.path("family").path("differs").path(0).asString()).isEqualTo("casing");
  }

  @Test
  void theComparisonShowsWhatHoldsForTheVariant() {
    Ran ran = Ran.of("diff", base.toString(), variant.toString(), "--format", "json");
    assertThat(ran.code()).as(ran.err()).isZero();
    List<String> where =
        JsonMapper.shared()
            .readTree(ran.out())
            .path("changes")
            .valueStream()
            .map(c -> c.path("where").asString())
            .distinct()
            .toList();

    assertThat(where)
        .contains("product", "5.8-3", "15-PhyIntf/PhyIntf-2", "22-ExtSens/ExtSens-4")
        .doesNotContain("1-AuthMech/AuthMech-1", "5.1-1");
  }

  @Test
  void theVariantOfARevisionIsReadWithItsBaseOfThen() throws Exception {
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x");
    Copies.edit(base.resolve("ixit/22-ExtSens.yaml"), "Light sensor", "Brightness sensor");
    Ran ran = Ran.of("diff", variant.toString(), "--from", "HEAD", "--format", "json");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(
            JsonMapper.shared()
                .readTree(ran.out())
                .path("changes")
                .valueStream()
                .map(c -> c.path("where").asString()))
        .containsExactly("22-ExtSens/ExtSens-3");
  }

  @Test
  void anExportHoldsWhatHoldsForTheVariantAndIsNotBroughtBackIntoIt() throws IOException {
    Path file = directory.resolve("variant.md");
    String[] export = {"export", variant.toString(), "--format", "md", "-o", file.toString()};

    assertThat(Ran.of(export).code()).isZero();
    assertThat(Files.readString(file))
        .contains("AuthMech-1", "12 volts")
        .doesNotContain("ExtSens-4");
    Map<String, String> before = digests(variant);
    Ran ran = Ran.of("import-dossier", file.toString(), variant.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.DOSSIER.code());
    assertThat(ran.err()).contains("PLB-9545");
    assertThat(digests(variant)).isEqualTo(before);
  }

  @Test
  void aVariantIsNotMigratedByItself() {
    Ran ran =
        Ran.of(
            "migrate",
            variant.toString(),
            "--to",
            "2.1.1",
            "-o",
            directory.resolve("m").toString());

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains("PLB-C213: A variant");
  }

  @Test
  void thePortfolioShowsBothAndFormattingTouchesTheVariantAlone() throws IOException {
    Map<String, String> before = digests(base);

    assertThat(Ran.of("portfolio", directory.toString()).out()).startsWith("2 dossiers");
    assertThat(Ran.of("fmt", variant.toString()).code()).isZero();
    assertThat(digests(base)).isEqualTo(before);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private static Map<String, String> digests(Path dossier) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dossier)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(dossier.relativize(file).toString(), Digest.of(Files.readAllBytes(file)).hex());
      }
    }
    return digests;
  }
}
