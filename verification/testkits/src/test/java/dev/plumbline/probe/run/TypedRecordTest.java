package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.hardware.DebugWrite;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedRecordTest {
  private static final String KEY = "tcp.open-ports";
  private static final String WRITE = "debug.write";
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
  void aWordThatItsKindDoesNotKnowIsADefectOfTheProbeAndNotSeen() {
    AskingProbe probe =
        new AskingProbe(
            AskingProbe.spec("write", List.of(WRITE), List.of(), Intrusiveness.OBSERVE),
            c -> c.seen("10-SecParam/x", unknownWord()));
    ProbeTrial.Result result = ProbeTrial.against().run(probe);

    assertThat(result.report().failed()).isTrue();
    assertThat(result.with(WRITE)).isNotEmpty().noneMatch(Observation::seen);
    assertThat(result.with(WRITE).getFirst().reason()).contains("'perhaps', which is none of");
  }

  private static DebugWrite unknownWord() {
    return new DebugWrite(
        "perhaps",
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
