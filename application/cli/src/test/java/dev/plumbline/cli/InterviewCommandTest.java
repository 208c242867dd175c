package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewCommandTest {
  @TempDir Path directory;

  /** Who types nothing more leaves the other questions open. */
  private Ran interview(Path dossier) throws IOException {
    Path answers = Files.writeString(directory.resolve("answers.yaml"), "logins: [nobody]\n");
    InputStream usual = System.in;
    System.setIn(InputStream.nullInputStream());
    try {
      return Ran.of("interview", dossier.toString(), "--answers", answers.toString());
    } finally {
      System.setIn(usual);
    }
  }

  @Test
  void provisionsThatDoNotApplyAreAnsweredOnce() throws IOException {
    Path dossier = directory.resolve("mine");
    Ran.of("new", dossier.toString());
    assertThat(interview(dossier).out())
        .contains("Answered N/A in ics.yaml", "5.1-1 Feature a does not hold.");
    assertThat(Files.readString(dossier.resolve("ics.yaml")))
        .containsPattern("\n  (\"5.1-1\"|5.1-1):\n    support: \"?N/A");
    assertThat(interview(dossier).out()).doesNotContain("Answered N/A");
  }
}
