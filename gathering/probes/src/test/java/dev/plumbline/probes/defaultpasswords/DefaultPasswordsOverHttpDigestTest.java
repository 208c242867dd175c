package dev.plumbline.probes.defaultpasswords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract, held over http. */
class DefaultPasswordsOverHttpDigestTest extends ProbeContract {
  private static final String CHALLENGE = "WWW-Authenticate: Digest realm=\"cam\", nonce=\"n\"";

  /** RFC 7616: MD5 of the hashes of admin:cam:admin, the nonce and GET with the path. */
  private static final String RIGHT = "response=\"0ca800b923bb2cca69506566333b6ac4\"";

  @Override
  protected Probe probe() {
    return new DefaultPasswordsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.23.6";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", "http", "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", "http-digest", "path", "/", "password", true, "clearText", true));
  }

  /** Knows admin:admin; the answers to it and to all others are these, with a fresh challenge. */
  private Observation answering(String right, String other) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] buffer = new byte[4096];
              int length = Math.max(0, client.getInputStream().read(buffer));
              String asked = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
              String answer =
                  "HTTP/1.1 "
                      + (asked.contains(RIGHT) ? right : other)
                      + "\r\nContent-Length: 2\r\n\r\nok";
              client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .run(probe())
          .one("login.default-password");
    }
  }

  @Test
  void aLoginThatOpensCountsWhateverItsHeadersSay() {
    Observation seen =
        answering("200 OK\r\n" + CHALLENGE + ", stale=true", "401 Unauthorized\r\n" + CHALLENGE);
    assertThat(seen.value().get("accepted")).as("%s", seen).asString().contains("admin");
  }

  @Test
  void aStaleChallengeIsNoRefusal() {
    String stale = "401 Unauthorized\r\n" + CHALLENGE + ", stale=true";
    assertThat(answering(stale, stale).reason()).contains("its challenge was stale");
  }
}
