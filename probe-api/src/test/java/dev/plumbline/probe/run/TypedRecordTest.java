package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedRecordTest {
  private static final String KEY = "tcp.open-ports";
  private static final String SUBJECT = "address/192.0.2.1";
  private static final TcpOpenPorts FACT =
      new TcpOpenPorts(List.of(80), List.of("80-81"), 2, 1, 0, List.of(), List.of());

  private static AskingProbe probe(AskingProbe.Work work) {
    return new AskingProbe(
        AskingProbe.spec("ports", List.of(KEY), List.of(), Intrusiveness.OBSERVE), work);
  }

  @Test
  void aFactIsRecordedUnderTheKeyOfItsKind() {
    Observation recorded = ProbeTrial.against().run(probe(c -> c.seen(SUBJECT, FACT))).one(KEY);

    assertThat(recorded.as(TcpOpenPorts.class)).contains(FACT);
    assertThat(recorded.coverage()).containsEntry("tried", 2L);
  }

  @Test
  void aKindWithoutAnAnswerIsRecordedUnderItsKey() {
    Observation recorded =
        ProbeTrial.against()
            .run(probe(c -> c.undetermined(TcpOpenPorts.class, SUBJECT, "all silent")))
            .one(KEY);

    assertThat(recorded.seen()).isFalse();
    assertThat(recorded.reason()).isEqualTo("all silent");
  }

  @Test
  void whatLacksAFieldOfItsKindIsADefectOfTheProbeAndNotSeen() {
    Map<String, Object> coverage = new HashMap<>(Map.of("ports", List.of("80"), "tried", 1));
    ProbeTrial.Result result =
        ProbeTrial.against()
            .run(probe(c -> c.seen(KEY, SUBJECT, Map.of("open", List.of(80)), coverage)));

    assertThat(result.report().failed()).isTrue();
    assertThat(result.with(KEY)).isNotEmpty().noneMatch(Observation::seen);
    assertThat(result.with(KEY).getFirst().reason()).contains("without 'refused'");
  }

  @Test
  void aFieldThatItsKindDoesNotHaveIsADefectToo() {
    ProbeTrial.Result result =
        ProbeTrial.against()
            .run(
                probe(
                    c ->
                        c.seen(
                            KEY,
                            SUBJECT,
                            Map.of("open", List.of(), "closed", List.of(80)),
                            Map.of())));

    assertThat(result.with(KEY).getFirst().reason()).contains("'closed' is no field");
  }
}
