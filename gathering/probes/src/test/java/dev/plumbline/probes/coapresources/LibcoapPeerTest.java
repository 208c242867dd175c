package dev.plumbline.probes.coapresources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.CoapServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libcoap's own server. */
@Tag("peers")
class LibcoapPeerTest {
  /** An answer comes at once; this is for a busy machine. */
  private static final Duration BUSY = Duration.ofSeconds(20);

  private static final String ADDRESS = "127.77.54.3";

  @TempDir Path dir;

  @Test
  void aRealServerIsRead() throws Exception {
    try (CoapServer server = CoapServer.start(ADDRESS, dir, List.of())) {
      Observation seen =
          ProbeTrial.against(server.endpoint())
              .given(
                  "udp.open-ports",
                  "address/" + ADDRESS,
                  Map.of(
                      "heard",
                      List.of(Map.of("port", (long) server.endpoint().port(), "protocol", "coap"))))
              .run(new CoapResourcesProbe(BUSY))
              .one("coap.resources");
      assertThat(seen.flag("present")).contains(true);
      assertThat(seen.value().get("resources")).asString().contains("/time", "ticks");
      assertThat(seen.value().get("open")).asString().contains("/time");
    }
  }
}
