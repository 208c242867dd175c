package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleTest {
  @ParameterizedTest
  @CsvSource({"1000, true", "500, true", "499, false", "0, false"})
  void aServerIsSlowThatTakesHalfASecondForEachOrdinaryRequest(long millis, boolean slow) {
    AtomicLong looks = new AtomicLong();
    InstantSource source = () -> Instant.EPOCH.plusMillis(millis * looks.incrementAndGet());
    try (Peer peer = Peer.at("127.77.22.93", new WebDevice(r -> WebDevice.html("up")))) {
      Asking asking =
          new Asking(peer.endpoint(), source.withZone(ZoneOffset.UTC), new ArrayList<>());
      ProbeTrial.against(peer.endpoint()).run(asking);
      assertThat(asking.answers()).containsExactly(true, slow);
    }
  }

  /**
   * Asks the oracle.
   *
   * @param answers takes whether it works, and whether it is slow
   */
  private record Asking(Endpoint endpoint, Clock clock, List<Boolean> answers) implements Probe {
    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "asking",
          "1.0.0",
          "Is it so?",
          List.of(Kinds.key(InputValidation.class)),
          List.of(),
          Intrusiveness.STRESS,
          Duration.ofSeconds(30));
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      HttpClient client = new HttpClient(context::connect, clock, endpoint, false, HttpLimits.PAGE);
      Oracle oracle = new Oracle(context, client, HttpRequest.get("/"), List.of());
      answers.add(oracle.works());
      answers.add(oracle.unhurried());
    }
  }
}
