package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Redactor;
import dev.plumbline.recording.kit.RecorderContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbesRecordTest {
  private static final ProbeSpec SPEC =
      AskingProbe.spec("x", List.of("service.identified"), List.of(), Intrusiveness.OBSERVE);

  @Test
  void probesKeepTheContractOfWhoeverRecords() throws Exception {
    RecorderContract.kept(
        (fact, secret, before) ->
            ProbeTrial.against()
                .run(
                    new AskingProbe(
                        SPEC,
                        context -> {
                          if (before) {
                            context.redact(secret);
                          }
                          context.seen("DUT", fact);
                          context.redact(secret);
                        }))
                .one("service.identified"));
  }

  @Test
  void aProbeRecordsNoMoreThanCanBeKept() {
    Redactor redactor = new Redactor();
    Recording recording =
        new Recording(SPEC, redactor, new Recorder(redactor), (c, w, p) -> Digest.of(c));
    Observation one =
        new Observation(
            "service.identified",
            "DUT",
            Observation.Outcome.UNDETERMINED,
            Map.of(),
            Map.of(),
            "silent",
            new Observation.Source("x", "1", "1.0", "A", "initialized", "r", Instant.EPOCH),
            Optional.empty());
    for (int i = 0; i < Recorder.MOST; i++) {
      recording.add(one, Optional.empty());
    }
    assertThatThrownBy(() -> recording.add(one, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than can be kept");
  }
}
