package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.journal.Journal;
import dev.plumbline.dossier.journal.JournalLine;
import dev.plumbline.dossier.journal.JournalType;
import dev.plumbline.dossier.journal.Sequencer;
import dev.plumbline.dossier.merge.JournalMerge;
import dev.plumbline.dossier.merge.JournalMerge.BrokenJournalException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalMergeTest {
  private static byte[] journal(int... numbers) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (int number : numbers) {
      records.add(
          new LinkedHashMap<>(JournalType.OBSERVATION.write(JournalSamples.observation(number))));
    }
    return lines(records);
  }

  private static byte[] lines(List<Map<String, Object>> records) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Digest head = Journal.START;
    long place = 0;
    for (Map<String, Object> record : records) {
      byte[] line = JournalLine.write(Sequencer.placed(record, ++place, head));
      head = Digest.of(line);
      text.writeBytes(line);
      text.write('\n');
    }
    return text.toByteArray();
  }

  private static byte[] joined(byte[] ours, byte[] theirs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalMerge.join(
        () -> new ByteArrayInputStream(ours), () -> new ByteArrayInputStream(theirs), out);
    return out.toByteArray();
  }

  private static List<Object> ports(byte[] journal) throws IOException {
    Problems problems = new Problems();
    Journal<Observation> read =
        Journal.read(new ByteArrayInputStream(journal), "j", JournalType.OBSERVATION, problems);
    assertThat(problems.sorted()).isEmpty();
    return read.records().stream()
        .map(o -> ((List<?>) o.value().getOrDefault("open", List.of())).getLast())
        .map(Object.class::cast)
        .toList();
  }

  @Test
  void oursStaysAndWhatOnlyTheirsHasFollows() throws IOException {
    byte[] ours = journal(1, 2, 3);
    byte[] joined = joined(ours, journal(1, 4, 2, 5));

    assertThat(ports(joined)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(Arrays.copyOf(joined, ours.length)).isEqualTo(ours);
  }

  @Test
  void joiningAgainAddsNothing() throws IOException {
    byte[] once = joined(journal(1, 2), journal(1, 3));

    assertThat(joined(once, journal(1, 3))).isEqualTo(once);
    assertThat(joined(once, once)).isEqualTo(once);
    assertThat(ports(joined(journal(1, 3), once))).containsExactly(1L, 3L, 2L);
  }

  @Test
  void aRecordThatStandsTwiceStaysTwice() throws IOException {
    assertThat(ports(joined(journal(1), journal(1, 1)))).containsExactly(1L, 1L);
    assertThat(ports(joined(journal(1, 1), journal(1)))).containsExactly(1L, 1L);
  }

  @Test
  void aRecordOfAnUnknownTypeComesAlongWithAllItsFields() throws IOException {
    Map<String, Object> later = new LinkedHashMap<>();
    later.put("type", "later/7");
    later.put("signature", "s");
    later.put("deep", Map.of("list", List.of(1L, "two", true)));
    byte[] joined = joined(journal(1), lines(List.of(later)));

    String last = new String(joined, StandardCharsets.US_ASCII).lines().toList().getLast();
    Map<String, Object> fields = JournalLine.read(last.getBytes(StandardCharsets.US_ASCII));
    assertThat(fields).containsEntry("seq", 2L).containsAllEntriesOf(later);
  }

  @Test
  void aLineThatWasCutOffIsLeftOut() throws IOException {
    byte[] theirs = journal(1, 2);
    byte[] torn = Arrays.copyOf(theirs, theirs.length - 20);

    assertThat(ports(joined(journal(3), torn))).containsExactly(3L, 1L);
    assertThat(ports(joined(torn, journal(3)))).containsExactly(1L, 3L);
  }

  @Test
  void aBrokenChainIsRefusedWithItsPlace() {
    byte[] broken =
        new String(journal(1, 2, 3), StandardCharsets.US_ASCII)
            .replaceFirst("\"run\":\"run\"", "\"run\":\"won\"")
            .getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> joined(broken, journal(1)))
        .isInstanceOf(BrokenJournalException.class)
        .hasMessageContaining("Line 2 of ours does not follow the line before it");
    assertThatThrownBy(() -> joined(journal(1), broken))
        .isInstanceOf(BrokenJournalException.class)
        .hasMessageContaining("Line 2 of theirs");
  }

  @Test
  void whatIsNoRecordIsRefused() {
    assertThatThrownBy(() -> joined("note\n".getBytes(StandardCharsets.US_ASCII), journal(1)))
        .hasMessageContaining("Line 1 of ours is not a record");
  }
}
