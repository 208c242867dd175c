package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
  private static final Path LOCK = Path.of("../../examples/smart-lock");

  @TempDir private Path directory;
  private Path changed;

  @BeforeEach
  void changeACopy() throws IOException {
    changed = Copies.of("smart-lock", directory.resolve("changed"));
    edit("product.yaml", "softwareVersion: .*", "softwareVersion: \"99.1\"");
    edit(
        "ixit/1-AuthMech.yaml",
        "description: >-",
        "description: >-\n      <script>alert(1)</script>");
  }

  @Test
  void twoStatesThatDeclareTheSameHaveNoChanges() {
    JsonNode json = json("diff", LOCK.toString(), LOCK.toString(), "--format", "json");
    assertThat(json.path("changes").size()).isZero();
    assertThat(json.path("record").size()).isZero();
    assertThat(json.path("verdicts").path("items").size()).isZero();
  }

  @Test
  void theChangesAreNamedAndTheItemsThatRestOnThem() {
    JsonNode json = json("diff", LOCK.toString(), changed.toString(), "--format", "json");
    assertThat(json.path("changes").valueStream().map(c -> c.path("field").asString()))
        .containsExactly("softwareVersion", "description");
    assertThat(json.path("verdicts").path("items").valueStream())
        .isNotEmpty()
        .allSatisfy(i -> assertThat(i.path("because").size()).isPositive());
    assertThat(Ran.of("diff", LOCK.toString(), changed.toString()).out())
        .contains("software version", "→ 99.1", "1-AuthMech/");
  }

  @Test
  void thePageEscapesWhatTheDossierSays() throws IOException {
    Path page = directory.resolve("changes.html");
    Ran ran =
        Ran.of(
            "diff", LOCK.toString(), changed.toString(), "--format", "html", "-o", page.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.readString(page))
        .contains("&lt;script&gt;alert(1)", "Content-Security-Policy")
        .doesNotContain("<script>", "http://", "https://");
  }

  @Test
  void verdictsOfADossierWithErrorsAreNotCompared() throws IOException {
    edit("ics.yaml", "support: .*", "support: perhaps");
    JsonNode json = json("diff", LOCK.toString(), changed.toString(), "--format", "json");
    assertThat(json.has("verdicts")).isFalse();
    assertThat(json.path("verdictsNotCompared").asString()).contains("problems");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff",
        "diff ../examples/smart-lock",
        "diff ../examples/smart-lock --from no-such-revision",
        "diff ../examples/smart-lock@no-such-revision ../examples/smart-lock",
        "diff ../examples/smart-lock ../examples/smart-lock --from HEAD",
        "diff ../examples/smart-lock ../examples/smart-lock --format pdf"
      })
  void wrongUseIsToldInWords(String line) {
    Ran ran = Ran.of(line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isNotBlank().doesNotContain("Exception", "dev.plumbline");
  }

  private static JsonNode json(String... args) {
    Ran ran = Ran.of(args);
    assertThat(ran.code()).as(ran.err()).isZero();
    return JsonMapper.shared().readTree(ran.out());
  }

  private void edit(String file, String pattern, String replacement) throws IOException {
    Copies.edit(changed.resolve(file), pattern, replacement);
  }
}
