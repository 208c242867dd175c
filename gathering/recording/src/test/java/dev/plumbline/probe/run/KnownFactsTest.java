package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.http.InputReplay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownFactsTest {
  private static final String KEY = "input.replay";

  private static Observation line(String runId, Map<String, Object> value) {
    return new Observation(
        KEY,
        "tcp/192.0.2.1/80",
        Observation.Outcome.SEEN,
        value,
        Map.of(),
        "",
        new Observation.Source("probe", "1", "1.0", "unit", "initialized", runId, Instant.EPOCH),
        Optional.empty());
  }

  private static Observation whole(String runId) {
    return line(runId, Map.of("finding", "f", "again", true, "saw", "a crash"));
  }

  @Test
  void whatThisRunSawHidesEarlierRuns() {
    KnownFacts known = new KnownFacts("now", List.of(whole("before")));
    assertThat(known.ofKind(InputReplay.class)).containsExactly(whole("before"));
    known.add(whole("now"));
    assertThat(known.ofKind(InputReplay.class)).containsExactly(whole("now"));
    assertThat(known.ofThisRun(InputReplay.class)).containsExactly(whole("now"));
  }

  @Test
  void noProbeBuildsOnALineThatLacksAField() {
    KnownFacts known = new KnownFacts("now", List.of(line("before", Map.of("finding", "f"))));
    assertThat(known.ofKind(InputReplay.class)).singleElement().matches(o -> !o.seen());
    known.add(line("now", Map.of("finding", "f")));
    assertThat(known.ofThisRun(InputReplay.class)).singleElement().matches(o -> !o.seen());
  }
}
