package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbePartsTest {
  private static final String HERE = "127.77.2.91";

  private static List<Observation> facts(Result result) {
    return result.with(AskingProbe.KEY);
  }

  @Test
  void aPartThatFailsInAnyWayCostsItsOwnAnswers() {
    AskingProbe probe =
        AskingProbe.of(
            "parted",
            context ->
                context.each(
                    List.of("crash", "deep", "regex", "sound"),
                    part -> part,
                    part -> {
                      switch (part) {
                        case "crash" -> throw new IllegalArgumentException("not a path");
                        case "deep" -> throw new StackOverflowError();
                        case "regex" -> throw new TooMuchWorkException("too long");
                        default -> context.seen(part, AskingProbe.fact(part));
                      }
                    }));
    Result result = ProbeTrial.against(Endpoint.tcp(HERE, 1)).run(probe);
    assertThat(result.report().probes().getFirst().state()).isEqualTo(State.FAILED);
    assertThat(facts(result))
        .extracting(o -> o.subject() + " " + o.seen())
        .containsExactly("crash false", "deep false", "regex false", "sound true");
    assertThat(facts(result).getFirst().reason()).contains("not a path");
    assertThat(facts(result).get(2).reason()).contains("take too long to read");
  }

  @Test
  void aPartThatTakesTheTimeOfAllIsEndedAndTheOthersAreAsked() {
    try (Peer mute = Peer.at(HERE, (c, n) -> c.getInputStream().read())) {
      AskingProbe probe =
          AskingProbe.of(
                  "parted",
                  context ->
                      context.each(
                          List.of("slow", "sound"),
                          part -> part,
                          part -> {
                            if (part.equals("slow")) {
                              readForEver(context, mute.endpoint());
                            }
                            context.seen(part, AskingProbe.fact(part));
                          }))
              .within(Duration.ofSeconds(1));
      Result result = ProbeTrial.against(mute.endpoint()).run(probe);
      assertThat(result.report().probes().getFirst().state()).isEqualTo(State.DONE);
      assertThat(facts(result))
          .extracting(o -> o.subject() + " " + o.seen())
          .containsExactly("slow false", "sound true");
      assertThat(facts(result).getFirst().reason()).contains("its time of 0 s was over");
    }
  }

  /** What it would have asked after its parts is open, whatever became of them. */
  @Test
  void aProbeThatFailsAfterAFailedPartLeavesItsKindsOpen() {
    AskingProbe probe =
        AskingProbe.of(
            "parted",
            context -> {
              context.each(
                  List.of("crash"),
                  part -> part,
                  part -> {
                    throw new IllegalArgumentException("not a path");
                  });
              throw new IllegalStateException("the rest");
            });
    Result result = ProbeTrial.against(Endpoint.tcp(HERE, 1)).run(probe);
    assertThat(facts(result))
        .extracting(Observation::reason)
        .anyMatch(r -> r.contains("not a path"))
        .anyMatch(r -> r.contains("the rest"));
  }

  private static void readForEver(ProbeContext context, Endpoint mute) throws InterruptedException {
    while (true) {
      try (Wire wire = context.connect(mute, Duration.ofMillis(100))) {
        wire.read(1, Duration.ofHours(1));
      } catch (IOException e) {
        context.progress("waiting", 0);
      }
    }
  }
}
