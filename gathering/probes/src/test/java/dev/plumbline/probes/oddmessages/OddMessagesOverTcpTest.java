package dev.plumbline.probes.oddmessages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services over TCP that greet, or answer a first question; without TLS and before any login. */
class OddMessagesOverTcpTest {
  private static final String HERE = "127.77.91.1";

  /** Greets, reads once, and says nothing for the next connections where it met what it cannot. */
  private static Behaviour server(String greeting, String answer, String poison) {
    AtomicInteger down = new AtomicInteger();
    return (client, n) -> {
      if (down.get() > 0) {
        down.decrementAndGet();
        return;
      }
      client.getOutputStream().write(bytes(greeting));
      byte[] got = new byte[8192];
      int length = client.getInputStream().read(got);
      String said = new String(got, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
      if (!poison.isEmpty() && said.contains(poison)) {
        down.set(2);
        return;
      }
      client.getOutputStream().write(bytes(answer));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Observation seen(String protocol, Behaviour behaviour) {
    try (Peer peer = Peer.at(HERE, behaviour)) {
      return ProbeTrial.against(peer.endpoint())
          .given(
              "service.identified",
              peer.endpoint().toString(),
              Map.of("protocol", protocol, "tls", false))
          .run(new OddMessagesProbe())
          .one("input.validation");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp,220 gate,500 what",
    "telnet,login: ,Password: ",
    "rtsp,,RTSP/1.0 400 Bad Request"
  })
  void aSoundServiceTakesAllAndStaysUp(String protocol, String greeting, String answer) {
    Observation seen =
        seen(
            protocol,
            server(greeting == null ? "" : greeting + "\r\n", answer + "\r\nCSeq: 1\r\n\r\n", ""));
    assertThat(seen.value().get("findings")).as("%s", seen).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("complete", true);
    assertThat(seen.coverage().get("classes")).asString().contains("foreign", "long");
  }

  @Test
  void aServiceThatFallsOverTheFirstWordsOfAnotherProtocolIsFound() {
    Observation seen = seen("ftp", server("220 gate\r\n", "500 what\r\n", "SSH-2.0"));
    assertThat(seen.value().get("findings")).asString().contains("hang", "foreign");
  }
}
