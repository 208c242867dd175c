package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeRecordTest {
  private static final ProbeSpec SPEC =
      new ProbeSpec(
          "tcp-open-ports",
          "1",
          "Which?",
          List.of("tcp.open-ports"),
          List.of(),
          Intrusiveness.OBSERVE,
          Duration.ofSeconds(1));

  private static Observation fact(String address) {
    return new Observation(
        "tcp.open-ports",
        "address/" + address,
        Outcome.SEEN,
        Map.of("open", List.of(22L)),
        Map.of("tried", 65535L),
        "",
        new Observation.Source(
            "tcp-open-ports", "1", "1.0", "A", "initialized", "r", Instant.EPOCH),
        Optional.empty());
  }

  @Test
  void aReferencePointsToItsOwnFactAlone() throws IOException {
    ProbeRecord record = ProbeRecord.of(SPEC, List.of(fact("127.0.0.1"), fact("::ü")));
    Observation second = record.evidence(fact("::ü"), (content, what, probe) -> Digest.of(content));
    EvidenceRef ref = second.evidence().orElseThrow();
    byte[] bytes = record.text().getBytes(StandardCharsets.UTF_8);
    String stretch =
        new String(
            Arrays.copyOfRange(bytes, (int) ref.offset(), (int) (ref.offset() + ref.length())),
            StandardCharsets.UTF_8);
    assertThat(stretch.strip())
        .isEqualTo(
            "1970-01-01T00:00:00Z tcp.open-ports of address/::ü\n  open: [22]\n  looked at: tried: 65535");
    assertThat(ref.sha256()).isEqualTo(Digest.of(record.text()));
  }

  @Test
  void aFactThatIsNotInTheRecordGetsNoReference() throws IOException {
    ProbeRecord record = ProbeRecord.of(SPEC, List.of(fact("127.0.0.1")));
    Observation other =
        record.evidence(fact("127.0.0.2"), (content, what, probe) -> Digest.of(content));
    assertThat(other.evidence()).isEmpty();
  }
}
