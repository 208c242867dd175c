package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person overrules a rule that fails an item from the declaration alone. */
class OverruleCommandTest {
  private static final String ITEM = "5.1-1-1a@1-AuthMech/AuthMech-1";

  @TempDir private Path directory;
  private Path dossier;

  @BeforeEach
  void aPasswordThatUnitsShareOnPaper() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("sound-camera"));
    Copies.edit(
        dossier.resolve("ixit/1-AuthMech.yaml"), "uniquePerDevice: .*", "uniquePerDevice: false");
  }

  private Ran decide(String verdict, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "decide",
                dossier.toString(),
                ITEM,
                "--verdict",
                verdict,
                "--by",
                "A. Assessor",
                "--because",
                "The field is about the test units."));
    words.addAll(List.of(more));
    return Ran.of(words.toArray(String[]::new));
  }

  @Test
  void aReasonAloneDoesNotPassIt() {
    assertThat(decide("PASS").out()).contains(ITEM + " is now FAIL");
  }

  @Test
  void anOverruledRuleIsShownAsSuch() {
    assertThat(decide("PASS", "--overrule").out())
        .contains(ITEM + " is now PASS: Overrules a rule over the declaration: The field is about")
        .contains("The machine's finding stays on record");
    assertThat(Ran.of("explain", dossier.toString(), ITEM).out())
        .contains("Overrules a rule over the declaration");
  }

  @Test
  void onlyAPassOverrules() {
    Ran ran = decide("FAIL", "--overrule");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains("--overrule requires --verdict PASS");
  }
}
