package dev.plumbline.probes.sshendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SshEndpointProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new SshEndpointProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.ssh();
  }

  @Override
  protected String address() {
    return "127.77.21.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given("service.identified", peer.toString(), Map.of("protocol", "ssh"));
  }

  @Test
  void theAlgorithmsAreSeenWhereNothingElseCanBeHad() {
    byte[] offer = packet(offer(List.of("unheard-of-kex", "ext-info-s"), List.of("ssh-rsa")));
    try (Peer peer = Peer.at(address(), says("SSH-2.0-strange\r\n", offer))) {
      Result result = run(peer);
      Observation algorithms = result.one("ssh.algorithms");
      assertThat(algorithms.texts("kex")).containsExactly("unheard-of-kex");
      assertThat(algorithms.texts("extensions")).containsExactly("ext-info-s");
      assertThat(algorithms.texts("hostKey")).containsExactly("ssh-rsa");
      assertThat(algorithms.texts("ciphers")).containsExactly("aes128-ctr", "aes256-ctr");
      assertThat(algorithms.flag("ssh1")).contains(false);
      assertThat(result.one("ssh.host-keys").outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(result.one("ssh.methods").reason()).contains("no key exchange");
    }
  }

  @Test
  void theFirstProtocolAloneIsSeenByItsKeysAndFillsEveryList() {
    try (Peer peer = Peer.at(address(), (client, n) -> firstProtocol(client, "SSH-1.5-old\n"))) {
      Result result = run(peer);
      Observation algorithms = result.one("ssh.algorithms");
      assertThat(algorithms.text("protocol")).isEqualTo("1.5");
      assertThat(algorithms.flag("ssh1")).contains(true);
      assertThat(algorithms.texts("ciphers")).containsExactly("ssh-1");
      assertThat(result.one("ssh.host-keys").outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aMereClaimOfTheFirstProtocolIsNoFact() {
    try (Peer peer = Peer.at(address(), says("SSH-1.5-boast\r\n", new byte[0]))) {
      assertThat(run(peer).ofProbe(probe()))
          .hasSize(3)
          .allMatch(o -> o.outcome() == Outcome.UNDETERMINED);
    }
  }

  @Test
  void bothProtocolsAreSeenAtOneEndpoint() {
    byte[] offer = packet(offer(List.of("unheard-of-kex"), List.of("ssh-rsa")));
    Behaviour both =
        (client, n) -> {
          client.getOutputStream().write("SSH-1.99-both\r\n".getBytes(StandardCharsets.US_ASCII));
          if (line(client).startsWith("SSH-1.5")) {
            client.getOutputStream().write(publicKeyMessage());
          } else {
            client.getOutputStream().write(offer);
          }
          client.getInputStream().read();
        };
    try (Peer peer = Peer.at(address(), both)) {
      Observation algorithms = run(peer).one("ssh.algorithms");
      assertThat(algorithms.text("protocol")).isEqualTo("1.99");
      assertThat(algorithms.flag("ssh1")).contains(true);
    }
  }

  @Test
  void itIsFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Probe.class)).anyMatch(SshEndpointProbe.class::isInstance);
  }

  private static Behaviour says(String line, byte[] packet) {
    return (client, n) -> {
      client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
      line(client);
      client.getOutputStream().write(packet);
      client.getInputStream().readAllBytes();
    };
  }

  private static void firstProtocol(Socket client, String line) throws IOException {
    client.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    if (line(client).startsWith("SSH-1.5")) {
      client.getOutputStream().write(publicKeyMessage());
    }
    client.getInputStream().readAllBytes();
  }

  private static String line(Socket client) throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    while ((next = client.getInputStream().read()) >= 0 && next != '\n') {
      line.append((char) next);
    }
    return line.toString();
  }

  /** Length 5, three bytes of padding, the type and four bytes of check sum. */
  private static byte[] publicKeyMessage() {
    return new byte[] {0, 0, 0, 5, 0, 0, 0, 2, 1, 2, 3, 4};
  }

  private static byte[] offer(List<String> kex, List<String> hostKeys) {
    return new SshWriter()
        .u8(KexInit.MESSAGE)
        .put(new byte[16])
        .names(kex)
        .names(hostKeys)
        .names(List.of("aes128-ctr"))
        .names(List.of("aes128-ctr", "aes256-ctr"))
        .names(List.of("hmac-sha1"))
        .names(List.of("hmac-sha1"))
        .names(List.of("none"))
        .names(List.of("none"))
        .names(List.of())
        .names(List.of())
        .u8(0)
        .u32(0)
        .bytes();
  }

  private static byte[] packet(byte[] payload) {
    int padding = 8 - (payload.length + 5) % 8 + 8;
    return new SshWriter()
        .u32(1 + payload.length + padding)
        .u8(padding)
        .put(payload)
        .put(new byte[padding])
        .bytes();
  }
}
