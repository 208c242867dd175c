package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.journal.JournalType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record says of a decision whether it overrules a rule, and of others nothing. */
class OverruleOnRecordTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isReadBackAsItWasWritten(boolean overrules) {
    Decision decision =
        new Decision(
            ItemId.parse("5.1-1-1a@1-AuthMech/AuthMech-1"),
            new Finding.Holds("The field is about the test units."),
            "Ada",
            Instant.parse("2026-12-01T12:00:00Z"),
            new Digest("0".repeat(64)),
            List.of(),
            overrules);
    Map<String, Object> written = JournalType.DECISION.write(decision);

    assertThat(written.containsKey("overrules")).isEqualTo(overrules);
    assertThat(JournalType.DECISION.read(written)).isEqualTo(decision);
  }
}
