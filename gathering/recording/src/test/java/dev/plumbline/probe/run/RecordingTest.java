package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final ProbeSpec SPEC =
      new ProbeSpec(
          "outages",
          "1",
          "Does it come back?",
          List.of("outage.power"),
          List.of(),
          Intrusiveness.STRESS,
          Duration.ofSeconds(1));

  private static final Redactor REDACTOR = new Redactor();

  private final List<String> stored = new ArrayList<>();
  private final Recording recording =
      new Recording(
          SPEC,
          REDACTOR,
          new Recorder(REDACTOR),
          (content, what, probe) -> {
            stored.add(new String(content, StandardCharsets.UTF_8));
            return Digest.of(content);
          });

  private static Observation about(String subject, Outcome outcome) {
    return new Observation(
        "outage.power",
        subject,
        outcome,
        outcome == Outcome.SEEN ? Map.of("back", true) : Map.of(),
        Map.of(),
        outcome == Outcome.SEEN ? "" : "it said nothing",
        new Observation.Source("outages", "1", "1.0", "A", "initialized", "r", Instant.EPOCH),
        Optional.empty());
  }

  /** What was done before a question that stayed without answer was done all the same. */
  @Test
  void whatTheDriverDidBeforeAQuestionWithoutAnswerStandsInTheRecord() throws IOException {
    recording.performed("power-off: done");
    recording.add(about("first", Outcome.UNDETERMINED), Optional.empty());
    recording.performed("power-on: done");
    recording.add(about("second", Outcome.SEEN), Optional.empty());
    assertThat(recording.withEvidence().getLast().evidence()).isPresent();
    assertThat(stored.getLast()).contains("driver: power-off: done\ndriver: power-on: done\n");
  }

  @Test
  void whatComesAfterTheEndDoesNotCount() {
    recording.add(about("first", Outcome.SEEN), Optional.empty());
    recording.end();
    recording.add(about("second", Outcome.SEEN), Optional.empty());
    assertThat(recording.recorded()).extracting(Observation::subject).containsExactly("first");
  }
}
