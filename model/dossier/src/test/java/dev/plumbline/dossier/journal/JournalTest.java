package dev.plumbline.dossier.journal;

import static dev.plumbline.dossier.JournalSamples.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final List<Observation> THREE =
      List.of(observation(1), observation(2), observation(3));

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("j.jsonl");
  }

  private JournalWriter<Observation> writer() throws IOException {
    return JournalWriter.open(file(), "j.jsonl", JournalType.OBSERVATION);
  }

  private byte[] written(List<Observation> records) throws IOException {
    try (JournalWriter<Observation> writer = writer()) {
      writer.append(records);
    }
    return Files.readAllBytes(file());
  }

  private static Journal<Observation> read(byte[] bytes, Problems problems) throws IOException {
    return Journal.read(
        new ByteArrayInputStream(bytes), "j.jsonl", JournalType.OBSERVATION, problems);
  }

  private List<String> problemsOf(String text) throws IOException {
    Problems problems = new Problems();
    read(text.getBytes(StandardCharsets.UTF_8), problems);
    return DossierOnDisk.told(problems);
  }

  @Test
  void whatWasAppendedIsReadBackInOrder() throws IOException {
    written(List.of(observation(1)));
    byte[] bytes = written(List.of(observation(2), observation(3)));
    Problems problems = new Problems();

    assertThat(read(bytes, problems).records()).isEqualTo(THREE);
    assertThat(problems.sorted()).isEmpty();
  }

  /** A dossier that is served is read after each change; what it holds already is not made anew. */
  @Test
  void aLineWhoseRecordIsInUseIsNotReadAgain() throws IOException {
    byte[] bytes = written(THREE);
    List<Observation> first = read(bytes, new Problems()).records();
    List<Observation> again = read(bytes, new Problems()).records();

    for (int i = 0; i < THREE.size(); i++) {
      assertThat(again.get(i)).isSameAs(first.get(i));
    }
  }

  @Test
  void aKnownLineInAnotherPlaceBreaksTheChain() throws IOException {
    String text = new String(written(THREE), StandardCharsets.UTF_8);
    List<Observation> held = read(text.getBytes(StandardCharsets.UTF_8), new Problems()).records();
    List<String> lines = text.lines().toList();

    assertThat(problemsOf(lines.get(0) + "\n" + lines.get(2) + "\n"))
        .singleElement()
        .asString()
        .contains("PLB-1061");
    assertThat(problemsOf(lines.get(1) + "\n")).singleElement().asString().contains("PLB-1061");
    assertThat(held).isEqualTo(THREE);
  }

  @Test
  void aLineIsAsciiAndNamesOurTypeAndNoClass() throws IOException {
    String text = new String(written(THREE), StandardCharsets.UTF_8);

    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(text).startsWith("{\"type\":\"observation/1\",\"prev\":\"e3b0c442");
    assertThat(text).doesNotContain("dev.plumbline");
  }

  @Test
  void cutAtAnyByteNothingWholeIsLostAndNothingIsAnError() throws IOException {
    byte[] bytes = written(THREE);
    for (int cut = 0; cut <= bytes.length; cut++) {
      byte[] torn = Arrays.copyOf(bytes, cut);
      long whole = new String(torn, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      boolean justUnended = cut < bytes.length && bytes[cut] == '\n';
      Problems problems = new Problems();
      Journal<Observation> journal = read(torn, problems);

      assertThat(journal.records())
          .isEqualTo(THREE.subList(0, (int) whole + (justUnended ? 1 : 0)));
      assertThat(journal.broken()).isFalse();
      boolean tornLine = cut > 0 && torn[cut - 1] != '\n' && !justUnended;
      assertThat(problems.sorted())
          .hasSize(tornLine ? 1 : 0)
          .allMatch(p -> p.id().equals("PLB-1060") && p.severity() == Severity.WARNING);
    }
  }

  @Test
  void writingGoesOnBehindATornLine() throws IOException {
    byte[] bytes = written(THREE);
    for (int cut : new int[] {bytes.length - 1, bytes.length - 2, bytes.length / 2, 1, 0}) {
      Files.write(file(), Arrays.copyOf(bytes, cut));
      int kept = read(Arrays.copyOf(bytes, cut), new Problems()).records().size();
      byte[] after = written(List.of(observation(9)));
      Problems problems = new Problems();

      assertThat(read(after, problems).records()).hasSize(kept + 1).endsWith(observation(9));
      assertThat(problems.sorted()).isEmpty();
    }
  }

  @Test
  void aTailOfZerosIsATornLine() throws IOException {
    byte[] bytes = written(THREE);
    Problems problems = new Problems();

    assertThat(read(Arrays.copyOf(bytes, bytes.length + 4096), problems).records())
        .isEqualTo(THREE);
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1060 j.jsonl:4");
  }

  @Test
  void aChangedLineBreaksTheChainAtTheNextOneAndCountsNoMore() throws IOException {
    String text = new String(written(THREE), StandardCharsets.UTF_8);
    String changed = text.replaceFirst("\\[80,2]", "[81,2]");
    Problems problems = new Problems();
    Journal<Observation> journal = read(changed.getBytes(StandardCharsets.UTF_8), problems);

    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-1061 j.jsonl:3");
    assertThat(problems.hasErrors()).isTrue();
    assertThat(journal.records()).containsExactly(observation(1));
    assertThat(journal.broken()).isTrue();
  }

  @Test
  void aRemovedOrMovedLineBreaksTheChain() throws IOException {
    List<String> lines = new String(written(THREE), StandardCharsets.UTF_8).lines().toList();

    assertThat(problemsOf(lines.get(0) + "\n" + lines.get(2) + "\n"))
        .containsExactly("PLB-1061 j.jsonl:2");
    assertThat(problemsOf(lines.get(1) + "\n")).containsExactly("PLB-1061 j.jsonl:1");
    assertThat(problemsOf(lines.get(0) + "\n" + lines.get(0) + "\n"))
        .containsExactly("PLB-1061 j.jsonl:2");
  }

  @Test
  void aLastLineThatIsWholeButForeignIsNoTornLine() throws IOException {
    List<String> lines = new String(written(THREE), StandardCharsets.UTF_8).lines().toList();
    assertThat(problemsOf(lines.get(0) + "\n" + lines.get(2)))
        .containsExactly("PLB-1061 j.jsonl:2");
  }

  @Test
  void aLineThatIsNoRecordIsToldWithItsNumber() throws IOException {
    String first = new String(written(THREE), StandardCharsets.UTF_8).lines().toList().getFirst();

    assertThat(problemsOf("\n")).containsExactly("PLB-1062 j.jsonl:1");
    assertThat(problemsOf("[]\n")).containsExactly("PLB-1062 j.jsonl:1");
    assertThat(problemsOf("{\"prev\":1,\"prev\":2}\n")).containsExactly("PLB-1062 j.jsonl:1");
    assertThat(problemsOf(first.replace("\"seen\"", "\"Seen\"") + "\n"))
        .containsExactly("PLB-1062 j.jsonl:1");
    assertThat(problemsOf(first.replace("\"subject\"", "\"object\"") + "\n"))
        .containsExactly("PLB-1062 j.jsonl:1");
    assertThat(problemsOf(first.replace("observation/1", "observation/2") + "\n"))
        .containsExactly("PLB-1064 j.jsonl:1");
  }

  @Test
  void nothingIsAddedToABrokenJournal() throws IOException {
    String text = new String(written(THREE), StandardCharsets.UTF_8);
    Files.writeString(file(), text.replaceFirst("\\[80,2]", "[81,2]"));

    assertThatThrownBy(this::writer)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PLB-1061");
    assertThat(Files.readString(file())).contains("[81,2]");
  }

  @Test
  void aValueThatWouldNotReadBackIsRefusedAndNothingIsWritten() throws IOException {
    byte[] before = written(THREE);
    Observation good = observation(4);
    for (Object bad : List.of(Double.NaN, 'c', 1.5f, List.of(new Object()))) {
      Observation broken =
          new Observation(
              "k",
              "DUT",
              Outcome.SEEN,
              Map.of("v", bad),
              Map.of(),
              "",
              good.source(),
              Optional.empty());
      try (JournalWriter<Observation> writer = writer()) {
        assertThatThrownBy(() -> writer.append(List.of(good, broken)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'v'");
      }
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  /** Half of what shows a fact is a broken line, not a fact that all of the capture shows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"first\":\"4\",\"more\":false}",
        "{\"first\":[],\"more\":false}",
        "{\"first\":[4]}",
        "{\"first\":[4],\"more\":\"no\"}",
        "{\"more\":true}",
        "{\"first\":[7,4],\"more\":false}",
        "{\"first\":[0],\"more\":false}"
      })
  void framesOfAnotherFormMakeNoRecord(String frames) throws IOException {
    Observation one = observation(1);
    Observation shown =
        new Observation(
            one.key(),
            one.subject(),
            one.outcome(),
            one.value(),
            one.coverage(),
            one.reason(),
            one.source(),
            Optional.of(
                new EvidenceRef(Digest.of("capture"), 0, 9)
                    .showing(new FrameNumbers(List.of(4L), false))));
    String line = new String(written(List.of(shown)), StandardCharsets.UTF_8);
    String right = "{\"first\":[4],\"more\":false}";
    assertThat(problemsOf(line)).isEmpty();
    assertThat(line.contains(right)).as(line).isTrue();
    assertThat(problemsOf(line.replace(right, frames))).isNotEmpty();
  }
}
