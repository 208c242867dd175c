package dev.plumbline.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.HttpHeaders;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StalledBodyTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\nabc";

  @Test
  void aHeadAndThenNothingCostsABoundedNumberOfWaits() {
    AtomicInteger asked = new AtomicInteger();
    Peer.Behaviour stalls =
        (connection, number) -> {
          asked.incrementAndGet();
          connection.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
          connection.getOutputStream().flush();
          connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    try (Peer peer = Peer.at("127.77.21.91", stalls)) {
      AskingProbe probe = new AskingProbe(peer.endpoint(), 40);
      ProbeTrial.against(peer.endpoint()).run(probe);
      assertThat(probe.failures.get()).isEqualTo(34);
      assertThat(asked.get()).isBetween(6, 9);
    }
  }

  /** Asks for the same page again and again. */
  private record AskingProbe(Endpoint endpoint, int times, AtomicInteger failures)
      implements Probe {
    AskingProbe(Endpoint endpoint, int times) {
      this(endpoint, times, new AtomicInteger());
    }

    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "asking",
          "1.0.0",
          "Is it so?",
          List.of(Kinds.key(HttpHeaders.class)),
          List.of(),
          Intrusiveness.OBSERVE,
          Duration.ofSeconds(30));
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      HttpClient client =
          new HttpClient(
              context, endpoint, false, new HttpLimits(4_096, 4_096, Duration.ofMillis(50)));
      for (int i = 0; i < times; i++) {
        try {
          assertThat(client.get("/").stalled()).isTrue();
        } catch (IOException e) {
          failures.incrementAndGet();
        }
      }
    }
  }
}
