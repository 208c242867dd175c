package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a probe may have its driver do, by what it declares and what the run allows. */
class AllowedActionsTest {
  private static final class Willing implements DeviceDriver {
    @Override
    public boolean offers(DriverAction action) {
      return true;
    }

    @Override
    public Set<String> settings() {
      return Set.of();
    }

    @Override
    public Optional<byte[]> image(String name) {
      return Optional.empty();
    }

    @Override
    public DriverResult perform(
        DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
      return new DriverResult.Done(Map.of());
    }
  }

  private static List<Boolean> offered(Intrusiveness most, Intrusiveness allowed) {
    List<Boolean> offered = new ArrayList<>();
    ProbeSpec spec =
        new ProbeSpec(
            "asks",
            "1.0.0",
            "Is it so?",
            List.of("asks.fact"),
            List.of(),
            Intrusiveness.PROVOKE,
            most,
            Duration.ofSeconds(10));
    AskingProbe probe =
        new AskingProbe(
            spec,
            c -> {
              DeviceDriver driver = c.driver().orElseThrow();
              offered.add(driver.offers(DriverAction.CHANGE_PASSWORD));
              offered.add(driver.offers(DriverAction.POWER_OFF));
            });
    new ProbeRunner(
            ProbeTrial.against().product(),
            new Ixit(Map.of()),
            Environment.live((content, what, who) -> Digest.of(content), Limits.usual())
                .with(ground -> new Willing()))
        .run(
            List.of(probe),
            List.of(),
            new RunOptions("r", Set.of(), allowed, false, false),
            o -> {});
    return offered;
  }

  @Test
  void moreThanAProbeIsItselfIsOfferedWhereItDeclaresItAndTheRunAllowsIt() {
    assertThat(offered(Intrusiveness.STRESS, Intrusiveness.STRESS)).containsExactly(true, true);
    assertThat(offered(Intrusiveness.STRESS, Intrusiveness.PROVOKE)).containsExactly(true, false);
    assertThat(offered(Intrusiveness.PROVOKE, Intrusiveness.STRESS)).containsExactly(true, false);
  }
}
