package dev.plumbline.probes.oddmessages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.CoapServer;
import dev.plumbline.probes.kit.Daemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's mosquitto and libcoap's own server, which stay up. */
@Tag("peers")
class OddMessagesPeerTest {
  private static final String ADDRESS = "127.77.60.3";

  @TempDir Path dir;

  private static void staysUp(Observation seen) {
    assertThat(seen.value().get("findings")).as("%s", seen).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("complete", true);
  }

  @Test
  void mosquittoStaysUp() throws Exception {
    try (Daemon broker =
        Daemon.start(
            ADDRESS,
            dir,
            "mosquitto",
            port ->
                List.of(
                    "mosquitto",
                    "-c",
                    Daemon.file(
                            dir,
                            "broker.conf",
                            "listener " + port + " " + ADDRESS + "\nallow_anonymous true\n")
                        .toString()))) {
      String at = broker.endpoint().toString();
      staysUp(
          ProbeTrial.against(broker.endpoint())
              // For a busy machine.
              .limits(Limits.usual().hurried(Duration.ofSeconds(15), Duration.ofSeconds(50)))
              .given("service.identified", at, Map.of("protocol", "mqtt", "tls", false))
              .run(new OddMessagesProbe())
              .one("input.validation"));
    }
  }

  @Test
  void libcoapStaysUp() throws Exception {
    try (CoapServer server = CoapServer.start(ADDRESS, dir, List.of())) {
      staysUp(
          ProbeTrial.against(server.endpoint())
              .given("coap.resources", server.endpoint().toString(), Map.of("present", true))
              .run(new OddMessagesProbe())
              .one("input.validation"));
    }
  }
}
