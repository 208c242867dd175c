package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.JournalSamples;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.Waiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordComparisonTest {
  private static final String OBSERVATIONS = "record/observations.jsonl";
  private static final String DECISIONS = "record/decisions.jsonl";
  private static final String WAIVERS = "record/waivers.jsonl";

  @TempDir Path directory;
  private DossierOnDisk disk;

  @BeforeEach
  void recorded() throws IOException {
    disk = DossierOnDisk.in(directory);
    record(4);
  }

  @Test
  void a_record_that_is_as_it_was_or_has_grown_is_sound() throws IOException {
    RecordState then = disk.folder().recordState();
    assertThat(since(then)).isEmpty();

    record(2);
    store("more");

    assertThat(since(then)).isEmpty();
    assertThat(since(RecordState.NONE)).isEmpty();
  }

  @Test
  void the_state_holds_lengths_heads_and_digests() throws IOException {
    RecordState state = disk.folder().recordState();

    List<String> lines = lines(DECISIONS);
    RecordState.JournalState decisions = state.journal(DECISIONS).orElseThrow();
    assertThat(decisions.lines()).isEqualTo(4);
    assertThat(decisions.bytes()).isEqualTo(Files.size(directory.resolve(DECISIONS)));
    assertThat(decisions.head()).isEqualTo(Digest.of(lines.get(3)));
    assertThat(decisions.before()).isEqualTo(Digest.of(lines.get(2)));
    assertThat(decisions.sha256()).isEqualTo(Digest.of(String.join("\n", lines) + "\n"));
    assertThat(state.evidence()).containsOnlyKeys(Digest.of("board").hex());
    assertThat(state.index()).contains(Digest.of(Files.readAllBytes(index())));
  }

  @Test
  void a_last_line_that_was_edited_is_told() throws IOException {
    RecordState then = disk.folder().recordState();
    List<String> lines = lines(DECISIONS);
    lines.set(3, edited(lines.get(3)));
    write(DECISIONS, lines);

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1066 record/decisions.jsonl:4");
  }

  @Test
  void a_last_line_that_was_edited_is_told_when_others_followed() throws IOException {
    RecordState then = disk.folder().recordState();
    List<String> lines = lines(DECISIONS);
    lines.set(3, edited(lines.get(3)));
    write(DECISIONS, lines);
    record(1);

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1066 record/decisions.jsonl:4");
  }

  @Test
  void a_tail_that_was_dropped_is_told() throws IOException {
    RecordState then = disk.folder().recordState();
    write(DECISIONS, lines(DECISIONS).subList(0, 2));

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1067 record/decisions.jsonl:2");
  }

  @Test
  void a_journal_that_was_removed_is_told() throws IOException {
    RecordState then = disk.folder().recordState();
    Files.delete(directory.resolve(DECISIONS));

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1068 record/decisions.jsonl");
  }

  @Test
  void a_chain_that_was_written_anew_is_told() throws IOException {
    RecordState then = disk.folder().recordState();
    List<String> lines = lines(DECISIONS);
    lines.set(1, edited(lines.get(1)));
    chain(DECISIONS, lines);

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1069 record/decisions.jsonl");
  }

  @Test
  void an_older_copy_is_told() throws IOException {
    Map<String, byte[]> older = copy();
    record(2);
    store("more");
    RecordState then = disk.folder().recordState();
    for (Map.Entry<String, byte[]> file : older.entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
    Files.delete(directory.resolve("evidence/" + Digest.of("more")));

    assertThat(disk.problems()).isEmpty();
    assertThat(since(then)).containsExactly("PLB-1071 record");
  }

  @Test
  void evidence_that_is_listed_no_more_or_described_otherwise_is_told() throws IOException {
    RecordState then = disk.folder().recordState();
    disk.but("evidence.yaml", "what: the board", "what: the lid");
    assertThat(since(then)).containsExactly("PLB-1073 evidence.yaml");

    Files.writeString(index(), "files: []\n");
    assertThat(since(then)).containsExactly("PLB-1072 evidence.yaml");
  }

  /** Whatever single line or file is changed or removed, one of the two tells. */
  @Test
  void every_change_of_a_line_or_a_piece_of_evidence_is_told() throws IOException {
    store("more");
    RecordState then = disk.folder().recordState();
    assertThat(disk.problems()).isEmpty();
    for (String journal : List.of(OBSERVATIONS, DECISIONS, WAIVERS)) {
      List<String> lines = lines(journal);
      for (int i = 0; i < lines.size(); i++) {
        List<String> less = new ArrayList<>(lines);
        less.remove(i);
        told(then, journal, less);
        chainTold(then, journal, less);
        List<String> other = new ArrayList<>(lines);
        other.set(i, edited(lines.get(i)));
        told(then, journal, other);
        chainTold(then, journal, other);
        List<String> twice = new ArrayList<>(lines);
        twice.add(i, lines.get(i));
        told(then, journal, twice);
        if (i > 0) {
          List<String> turned = new ArrayList<>(lines);
          Collections.swap(turned, i - 1, i);
          told(then, journal, turned);
          chainTold(then, journal, turned);
        }
        everyFewCharactersOf(then, journal, lines, i);
      }
      byte[] bytes = Files.readAllBytes(directory.resolve(journal));
      Files.delete(directory.resolve(journal));
      anythingTold(then, journal);
      Files.write(directory.resolve(journal), bytes);
    }
    for (String file : List.of("evidence/photo.txt", "evidence/" + Digest.of("more"))) {
      byte[] bytes = Files.readAllBytes(directory.resolve(file));
      for (int i = 0; i < bytes.length; i++) {
        byte[] other = bytes.clone();
        other[i] ^= 1;
        Files.write(directory.resolve(file), other);
        anythingTold(then, file);
      }
      Files.delete(directory.resolve(file));
      anythingTold(then, file);
      Files.write(directory.resolve(file), bytes);
    }
    List<String> index = Files.readAllLines(index());
    for (int i = 1; i < index.size(); i++) {
      List<String> less = new ArrayList<>(index);
      less.remove(i);
      Files.write(index(), less);
      anythingTold(then, "evidence.yaml without line " + (i + 1));
      List<String> other = new ArrayList<>(index);
      other.set(i, index.get(i).substring(0, index.get(i).length() - 1) + "0x");
      Files.write(index(), other);
      anythingTold(then, "evidence.yaml with another line " + (i + 1));
    }
    Files.delete(index());
    anythingTold(then, "no evidence.yaml");
    Files.write(index(), index);
    Path photo = directory.resolve("evidence/photo.txt");
    Path more = directory.resolve("evidence/" + Digest.of("more"));
    Path aside = directory.resolve("aside");
    Files.move(photo, aside);
    Files.move(more, photo);
    Files.move(aside, more);
    anythingTold(then, "two files of evidence exchanged");
    Files.move(more, aside);
    Files.move(photo, more);
    Files.createSymbolicLink(photo, aside);
    anythingTold(then, "a link to evidence that lies elsewhere");
    Files.delete(photo);
    Files.move(aside, photo);
    assertThat(since(then)).isEmpty();
  }

  private void everyFewCharactersOf(RecordState then, String journal, List<String> lines, int line)
      throws IOException {
    String text = lines.get(line);
    for (int at = line; at < text.length(); at += 97) {
      char other = text.charAt(at) == '1' ? '2' : '1';
      List<String> changed = new ArrayList<>(lines);
      changed.set(line, text.substring(0, at) + other + text.substring(at + 1));
      told(then, journal, changed);
    }
  }

  private void told(RecordState then, String journal, List<String> lines) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve(journal));
    write(journal, lines);
    anythingTold(then, journal);
    Files.write(directory.resolve(journal), bytes);
  }

  private void chainTold(RecordState then, String journal, List<String> lines) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve(journal));
    chain(journal, lines);
    anythingTold(then, journal + " with a new chain");
    Files.write(directory.resolve(journal), bytes);
  }

  private void anythingTold(RecordState then, String what) throws IOException {
    List<String> all = new ArrayList<>(disk.problems());
    all.addAll(since(then));
    assertThat(all).as(what).isNotEmpty();
  }

  private List<String> since(RecordState then) throws IOException {
    Problems problems = new Problems();
    disk.folder().compareRecord(then, problems);
    return DossierOnDisk.told(problems);
  }

  private void record(int count) throws IOException {
    try (DossierWriter writer = disk.folder().write()) {
      for (int i = 0; i < count; i++) {
        writer.appendObservations(List.of(JournalSamples.observation(i)));
        ItemId item = ItemId.parse("5.1-1-1a@A-" + i);
        writer.appendDecisions(
            List.of(
                new Decision(
                    item,
                    new Finding.Holds("seen"),
                    "A. Tester",
                    Instant.EPOCH,
                    Digest.of("basis"),
                    List.of(Digest.of("board")))));
        writer.appendWaivers(
            List.of(
                new Waiver(
                    item,
                    Digest.of("finding").hex(),
                    "bearable",
                    LocalDate.EPOCH,
                    "A. Boss",
                    Instant.EPOCH)));
      }
    }
  }

  private void store(String content) throws IOException {
    try (DossierWriter writer = disk.folder().write()) {
      writer.storeEvidence(
          content.getBytes(StandardCharsets.UTF_8),
          new EvidenceNote("more", "tool", "1", "run", "A. Tester", Instant.EPOCH, "1.2.3"));
    }
  }

  private Map<String, byte[]> copy() throws IOException {
    return Map.of(
        OBSERVATIONS,
        Files.readAllBytes(directory.resolve(OBSERVATIONS)),
        DECISIONS,
        Files.readAllBytes(directory.resolve(DECISIONS)),
        WAIVERS,
        Files.readAllBytes(directory.resolve(WAIVERS)),
        "evidence.yaml",
        Files.readAllBytes(index()));
  }

  private Path index() {
    return directory.resolve("evidence.yaml");
  }

  private List<String> lines(String journal) throws IOException {
    return new ArrayList<>(Files.readAllLines(directory.resolve(journal)));
  }

  private static String edited(String line) {
    return line.replace("1970-01-01", "1971-01-01");
  }

  private void write(String journal, List<String> lines) throws IOException {
    Files.write(directory.resolve(journal), lines);
  }

  /** As {@link #write}, each line naming the one before it. */
  private void chain(String journal, List<String> lines) throws IOException {
    List<String> chained = new ArrayList<>();
    String prev = Digest.of("").hex();
    for (String line : lines) {
      String next = line.replaceFirst("\"prev\":\"[0-9a-f]{64}\"", "\"prev\":\"" + prev + "\"");
      chained.add(next);
      prev = Digest.of(next).hex();
    }
    write(journal, chained);
  }
}
