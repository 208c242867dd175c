package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewCommandTest {
  @TempDir Path directory;

  /** Who types nothing more leaves the other questions open. */
  private Ran interview(Path dossier) throws IOException {
    return interview(dossier, "logins: [nobody]\n");
  }

  private Ran interview(Path dossier, String given) throws IOException {
    Path answers = Files.writeString(directory.resolve("answers.yaml"), given);
    return typed("", "interview", dossier.toString(), "--answers", answers.toString());
  }

  private static Ran typed(String lines, String... arguments) {
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(Charset.defaultCharset())));
    try {
      return Ran.of(arguments);
    } finally {
      System.setIn(usual);
    }
  }

  private Path answered() throws IOException {
    Path dossier = directory.resolve("mine");
    Ran.of("new", dossier.toString());
    interview(dossier);
    return dossier;
  }

  private static boolean declares(Path dossier, String line) throws IOException {
    return Files.readAllLines(dossier.resolve("ics.yaml")).contains(line);
  }

  /** What somebody else writes while the interview waits for its first line. */
  private static final class Meanwhile extends ByteArrayInputStream {
    private final Path file;
    private final String from;
    private final String to;

    Meanwhile(String lines, Path file, String from, String to) {
      super(lines.getBytes(Charset.defaultCharset()));
      this.file = file;
      this.from = from;
      this.to = to;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      try {
        Files.writeString(file, Files.readString(file).replace(from, to));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return super.read(bytes, offset, length);
    }
  }

  @Test
  void whatSomebodyStatesWhileTheInterviewRunsStays() throws IOException {
    Path dossier = answered();
    Path ics = dossier.resolve("ics.yaml");
    String own = "because: \"Interview: nothing and nobody can log in to the device.\"";
    String theirs = "because: The service port asks for a key.";
    assertThat(Files.readString(ics)).contains(own);
    InputStream usual = System.in;
    System.setIn(new Meanwhile("people\n", ics, own, theirs));
    try {
      Ran.of("interview", dossier.toString(), "--change", "logins");
    } finally {
      System.setIn(usual);
    }
    assertThat(Files.readString(ics)).contains("  d:\n    present: false\n    " + theirs);
  }

  @Test
  void whileSomebodyElseSavesTheCommandEndsWithTheCodeOfAConflict() throws IOException {
    Path dossier = answered();
    try (DossierWriter colleague = DossierFolder.at(dossier).write()) {
      colleague.appendObservations(List.of());
      Ran refused = interview(dossier);
      assertThat(refused.code()).isEqualTo(ExitCode.CONFLICT.code());
      assertThat(refused.err()).contains("PLB-C914", "is saving to");
    }
    assertThat(interview(dossier).code()).isEqualTo(ExitCode.UNDECIDED.code());
  }

  @Test
  void aChangedAnswerIsFollowedByWhatTheInterviewWrote() throws IOException {
    Path dossier = answered();
    Ran changed = typed("people\n", "interview", dossier.toString(), "--change", "logins");
    assertThat(changed.out())
        .contains("What changes with the answers:", "Feature d: yes, was no")
        .containsPattern("Not N/A any more, to be answered in ics.yaml: .*5\\.1-4")
        .containsPattern("Plan: \\d+ items? more, \\d+ fewer");
    Ran back = typed("nobody\n", "interview", dossier.toString(), "--change", "logins");
    assertThat(back.out()).contains("Feature d: no, was yes").containsPattern("N/A now: .*5\\.1-4");
    assertThat(Ran.of("check", dossier.toString(), "--errors").code()).isZero();
  }

  @Test
  void anAnswerTakenBackLeavesNoStatement() throws IOException {
    Path dossier = answered();
    Ran back = typed("b\nq\n", "interview", dossier.toString());
    assertThat(back.out()).contains("Feature a: open, was no", "Not N/A any more");
    assertThat(Files.readString(dossier.resolve("ics.yaml")))
        .contains("No longer follows from the answers of the interview:")
        .doesNotContainPattern("(?m)^    support: \"?N/A");
    assertThat(Ran.of("check", dossier.toString(), "--errors").code()).isZero();
  }

  @Test
  void whatThePersonWroteStays() throws IOException {
    Path dossier = answered();
    Copies.edit(
        dossier.resolve("ics.yaml"),
        "(  d:\\n    present: false\\n    because: )[^\\n]*",
        "$1We looked.");
    Copies.edit(
        dossier.resolve("ics.yaml"),
        "detail: \"Feature d does not hold[^\\n]*",
        "detail: No user can log in; we looked.");
    Ran changed = typed("people\n", "interview", dossier.toString(), "--change", "logins");
    assertThat(changed.out()).contains("states the contrary in words of its own", "feature d");
    assertThat(declares(dossier, "    because: We looked.")).isTrue();
    assertThat(declares(dossier, "    detail: No user can log in; we looked.")).isTrue();
  }

  @Test
  void aQuestionThatThereIsNotIsRefused() throws IOException {
    Ran refused = typed("", "interview", answered().toString(), "--change", "login");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("There is no question 'login'", "logins");
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
