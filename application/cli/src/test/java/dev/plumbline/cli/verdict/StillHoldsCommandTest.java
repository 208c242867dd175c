package dev.plumbline.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Copies;
import dev.plumbline.cli.Ran;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillHoldsCommandTest {
  private static final String ITEM = "5.1-1-1a@1-AuthMech/AuthMech-1";

  @TempDir private Path directory;

  private Ran say(Path dossier, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, dossier.toString(), ITEM));
    words.addAll(List.of(more));
    words.addAll(List.of("--by", "Ann", "--keys", directory.resolve("keys").toString()));
    return Ran.of(words.toArray(String[]::new));
  }

  @Test
  void aStaleDecisionIsShownWithWhatChangedAndRenewed() throws IOException {
    Path dossier = Copies.of("sound-camera", directory.resolve("camera"));
    say(dossier, "decide", "--verdict", "PASS", "--because", "80 bits.");
    assertThat(Ran.of("still-holds", dossier.toString()).out())
        .isEqualToNormalizingNewlines("No decision is stale.\n");
    Path table = dossier.resolve("ixit/1-AuthMech.yaml");
    Files.writeString(
        table, Files.readString(table).replace("Four groups of four", "Four groups, of four"));

    assertThat(Ran.of("still-holds", dossier.toString()).out())
        .contains(ITEM, "PASS by Ann", "80 bits.", "passwordGenerationMechanism was changed");
    assertThat(say(dossier, "still-holds").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(say(dossier, "still-holds", "--because", "only a comma came.").out())
        .contains("Recorded 1 decision.");
    assertThat(Ran.of("explain", dossier.toString(), ITEM).out())
        .contains("80 bits. Still holds, because only a comma came.");
    assertThat(say(dossier, "still-holds", "--because", "again.").err())
        .contains("No decision on " + ITEM + " is stale.");
  }
}
