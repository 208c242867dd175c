package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  private Path blank() {
    Path dossier = directory.resolve("mine");
    Ran.of("new", dossier.toString());
    return dossier;
  }

  private Path faulty() throws IOException {
    Path dossier = blank();
    Files.writeString(dossier.resolve("product.yaml"), "colour: red\n");
    return dossier;
  }

  @Test
  void answersThatAreMissingAreOneGroupAndTheInterviewIsNext() {
    Path dossier = blank();
    Ran check = Ran.of("check", dossier.toString());
    assertThat(check.code()).isZero();
    assertThat(check.out())
        .containsPattern("warning PLB-3010 at \\d\\d places\n    → Answer Y, N or N/A")
        .endsWith(" hint. Next: plumbline interview " + dossier + System.lineSeparator());
  }

  @Test
  void errorsAloneAreShownAndTheOthersAreCounted() throws IOException {
    Ran check = Ran.of("check", faulty().toString(), "--errors");
    assertThat(check.code()).isEqualTo(12);
    assertThat(check.out())
        .contains("product.yaml:1:1 error PLB-1020")
        .doesNotContain("warning PLB", "hint PLB")
        .containsPattern("[1-9]\\d* errors?, [1-9]\\d* warnings?, \\d+ hints?\\. Next: correct");
  }

  @Test
  void errorsStandBeforeWarnings() throws IOException {
    String out = Ran.of("check", faulty().toString()).out();
    assertThat(out.lastIndexOf("error PLB")).isLessThan(out.indexOf("warning PLB"));
  }

  @Test
  void jsonIsAListWithTheSameKeys() throws IOException {
    JsonNode all = JSON.readTree(Ran.of("check", faulty().toString(), "--format", "json").out());
    assertThat(all.isArray()).isTrue();
    assertThat(all.get(0).propertyNames())
        .containsExactly("id", "severity", "file", "line", "column", "what", "remedy");
  }

  @Test
  void whatHasAnAddressIsTestedNext() throws IOException {
    Path dossier = Copies.of("sensor-tag", directory.resolve("tag"));
    assertThat(Ran.of("check", dossier.toString()).out())
        .endsWith("Next: plumbline test " + dossier + " --dry-run" + System.lineSeparator());
  }
}
