package dev.plumbline.probe.hostile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.RepeatedTest;

/** A test that closes a peer may count on it being gone. */
class PeerTest {
  private static final String HERE = "127.77.32.1";

  @RepeatedTest(50)
  void aClosedPeerTakesNoMoreClients() throws IOException {
    Peer peer = Peer.at(HERE, (c, n) -> c.getInputStream().read());
    Endpoint endpoint = peer.endpoint();
    try (Socket client = new Socket(InetAddress.ofLiteral(HERE), endpoint.port())) {
      client.getOutputStream().write(0);
    }
    peer.close();
    assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral(HERE), endpoint.port()).close())
        .isInstanceOf(ConnectException.class);
  }

  @RepeatedTest(50)
  void thePortOfAClosedDatagramPeerIsFree() throws IOException {
    DatagramPeer peer = DatagramPeer.at(HERE, asked -> {});
    int port = peer.endpoint().port();
    peer.close();
    new DatagramSocket(port, InetAddress.ofLiteral(HERE)).close();
  }
}
