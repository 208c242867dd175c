package dev.plumbline.probes.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was seen on real devices, as exchanges of prompts and answers. */
class TelnetLoginTest {
  private static final String ADDRESS = "127.77.26.1";

  /**
   * Asks for user and password; the password {@code xc3511} gets the one text, others the other.
   */
  private static Observation tried(String right, String wrong) {
    Peer.Behaviour device =
        (client, n) -> {
          say(client.getOutputStream(), "\r\nwelcome\r\n####\r\n");
          say(client.getOutputStream(), "Username: ");
          if (line(client.getInputStream()).isEmpty()) {
            return;
          }
          say(client.getOutputStream(), "Password: ");
          boolean open = line(client.getInputStream()).contains("xc3511");
          say(client.getOutputStream(), open ? right : wrong);
          client.shutdownOutput();
          client.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    try (Peer peer = Peer.at(ADDRESS, device)) {
      return ProbeTrial.against(peer.endpoint())
          .given("service.identified", peer.endpoint().toString(), Map.of("protocol", "telnet"))
          .given("login.mechanism", peer.endpoint().toString(), Map.of("kind", "telnet"))
          .budget(4, 0)
          .run(new DefaultPasswordsProbe())
          .one("login.default-password");
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      text.append((char) b);
    }
    return text.toString();
  }

  @Test
  void aGreetingThatTellsOfFailedLoginsIsNoRefusal() {
    Observation seen =
        tried(
            "\r\nLast failed login: Mon; there was 1 failed login attempt\r\n~ # ",
            "\r\nLogin incorrect\r\n");
    assertThat(seen.value().get("accepted"))
        .isEqualTo(
            List.of(Map.of("user", "root", "list", "mirai-2016", "what", "known", "after", 1L)));
  }

  @Test
  void wordsOfARefusalAreEnough() {
    Observation seen = tried("\r\nAuthentication failed\r\n", "\r\nAuthentication failed\r\n");
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("tried", 3L);
  }

  @Test
  void aDeviceThatJustHangsUpSaysNothing() {
    assertThat(tried("", "").seen()).isFalse();
  }
}
