package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records for journal tests. */
public final class JournalSamples {
  private JournalSamples() {}

  public static Observation observation(int number) {
    return new Observation(
        "tcp.open-ports",
        "address/127.0.0.1",
        Outcome.SEEN,
        Map.of("open", List.of(80L, (long) number), "banner", "\u00fc\u202e\u001b"),
        Map.of("ports", "1-65535"),
        "",
        new Source("tcp-ports", "1", "1.2.3", "unit 1", "initialized", "run", Instant.EPOCH),
        Optional.of(new EvidenceRef(Digest.of("board"), number, 1)));
  }
}
