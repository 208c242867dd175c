package dev.plumbline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Unanswered;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.recording.kit.RecorderContract;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Source SOURCE =
      new Source("x", "1", "1.0.0", "unit-1", "initialized", "r", Instant.EPOCH);

  private final Redactor redactor = new Redactor();
  private final Recorder recorder = new Recorder(redactor);

  @Test
  void keepsItsContract() throws Exception {
    RecorderContract.kept(
        (fact, secret, before) -> {
          Redactor own = new Redactor();
          if (before) {
            own.add(secret);
          }
          Observation recorded = seen(new Recorder(own), fact);
          own.add(secret);
          return before ? recorded : new Recorder(own).again(recorded);
        });
  }

  private static Observation seen(Recorder recorder, Fact fact) {
    return recorder.seen("DUT", Recorder.written(fact), SOURCE, Optional.empty());
  }

  @Test
  void aQuestionWithoutAnswerKeepsWhatIsKnownOfTheAskingAndNoSecret() {
    redactor.add("Zt7nB2qX");
    Observation open =
        recorder.unanswered(
            "https://maker.example/",
            "it says Zt7nB2qX",
            PageFetched.unread("supportUrl"),
            SOURCE,
            Optional.empty());

    assertThat(open.seen()).isFalse();
    assertThat(open.reason()).isEqualTo("it says [redacted]");
    assertThat(open.coverage()).containsEntry("purpose", "supportUrl");
  }

  @Test
  void whatIsKnownOfTheAskingHasNoFieldThatItsKindLacks() {
    Unanswered strange = new Unanswered(PageFetched.class, Map.of("colour", "red"));

    assertThatThrownBy(
            () -> recorder.unanswered("DUT", "silent", strange, SOURCE, Optional.empty()))
        .isInstanceOf(FactException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void aPlainWordIsMaskedInObservationsOnlyOnDemand() {
    redactor.add("admin");
    assertThat(redactor.text("/admin/index.html")).isEqualTo("/admin/index.html");
    redactor.addEverywhere("admin");
    assertThat(redactor.text("/admin/index.html")).isEqualTo("/[redacted]/index.html");
  }

  @Test
  void theLongestSecretAtAPlaceGoes() {
    redactor.add("Horse-7");
    redactor.add("Horse-7-Battery");
    assertThat(redactor.text("a Horse-7-Battery b Horse-7 c"))
        .isEqualTo("a [redacted] b [redacted] c");
  }

  @Test
  void halfACharacterInANameIsReplacedSinceNoJournalHoldsOne() {
    assertThat(new PlainValues(redactor).map(Map.of("a\ud800b", 1L, "\ud83d\ude00", 2L)))
        .containsOnly(Map.entry("a\ufffdb", 1L), Map.entry("\ud83d\ude00", 2L));
  }
}
