package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProbeOrderTest {
  private record Named(ProbeSpec spec) implements Probe {
    @Override
    public void run(ProbeContext context) {}
  }

  private static Probe probe(
      String id, String produces, List<String> consumes, List<String> follows) {
    return new Named(
        new ProbeSpec(
            id,
            "1.0.0",
            "Is it so?",
            List.of(produces),
            consumes,
            Intrusiveness.OBSERVE,
            Intrusiveness.OBSERVE,
            Duration.ofSeconds(1),
            List.of(),
            List.of(),
            follows));
  }

  private static List<String> ids(List<Probe> probes) {
    return probes.stream().map(p -> p.spec().id()).toList();
  }

  @Test
  void aProbeThatFollowsRunsAfterAndBringsNobodyIn() {
    List<Probe> ordered =
        ProbeOrder.of(
            List.of(
                probe("again", "a.again", List.of("a.first"), List.of("a.login")),
                probe("first", "a.first", List.of(), List.of()),
                probe("login", "a.login", List.of("a.first"), List.of())));
    assertThat(ids(ordered)).containsExactly("first", "login", "again");
    assertThat(ids(ProbeOrder.withNeeds(ordered, Set.of("again"), key -> false)))
        .containsExactly("first", "again");
  }
}
