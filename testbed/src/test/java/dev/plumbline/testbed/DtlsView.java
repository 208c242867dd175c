package dev.plumbline.testbed;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.UDPTransport;

/** Which versions of DTLS a port takes. */
final class DtlsView {
  private static final int LARGEST = 1_400;

  private DtlsView() {}

  static String versions(InetSocketAddress at) throws IOException {
    List<ProtocolVersion> taken = new ArrayList<>();
    for (ProtocolVersion version : List.of(ProtocolVersion.DTLSv10, ProtocolVersion.DTLSv12)) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(at);
        new DTLSClientProtocol()
            .connect(
                Tls.client(
                    version,
                    Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                    Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA")),
                new UDPTransport(socket, LARGEST))
            .close();
        taken.add(version);
      } catch (IOException refused) {
        // An alert.
      }
    }
    return taken.toString();
  }
}
