package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first datagrams of OpenSSL's own QUIC and DTLS. */
@Tag("peers")
class SecureDatagramsPeerTest {
  private static final String ADDRESS = "127.77.60.1";

  private static Captured firstDatagrams(int count, String... options) throws Exception {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), 0))) {
      socket.setSoTimeout(20_000);
      List<String> command = new ArrayList<>(List.of("openssl", "s_client"));
      command.addAll(List.of(options));
      command.addAll(
          List.of("-servername", "api.example", "-connect", ADDRESS + ":" + socket.getLocalPort()));
      Process client = start(command);
      try {
        Pcap file = Pcap.ethernet();
        for (int i = 0; i < count; i++) {
          DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
          socket.receive(packet);
          byte[] payload = Arrays.copyOf(packet.getData(), packet.getLength());
          file.ip(Ip.udp(Captured.DEVICE, 40_000, "198.51.100.7", 443, payload));
        }
        return Captured.of(file.done());
      } finally {
        client.destroyForcibly().waitFor();
      }
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new AssertionError("openssl is missing; type: sudo apt-get install -y openssl", e);
    }
  }

  /** Keys for quantum computers make the ClientHello longer than a packet. */
  @Test
  void quicShowsTheNameToEverybody() throws Exception {
    Captured captured = firstDatagrams(2, "-quic", "-alpn", "h3");
    Observation o = captured.one("traffic.tls", "udp/198.51.100.7/443");
    Map<?, ?> handshake = Captured.list(o, "handshakes").getFirst();
    assertThat(handshake.get("sni")).isEqualTo("api.example");
    assertThat(handshake.get("offeredAlpn")).isEqualTo(List.of("h3"));
    assertThat(handshake.get("offeredVersions")).isEqualTo(List.of("TLSv1.3"));
    assertThat(captured.one("traffic.contacts", "udp/198.51.100.7/443").texts("protocols"))
        .containsExactly("quic");
  }

  @Test
  void dtlsIsRecognised() throws Exception {
    assertThat(
            firstDatagrams(1, "-dtls1_2")
                .one("traffic.contacts", "udp/198.51.100.7/443")
                .texts("protocols"))
        .containsExactly("dtls");
  }
}
