package dev.plumbline.testbed;

import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.UDPTransport;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** A DTLS server for the first client that calls. */
record DatagramCall(DatagramSocket socket, TlsIdentity identity) implements AutoCloseable {
  private static final int MILLIS = 20_000;
  private static final int LARGEST = 1_400;

  static DatagramCall open(InetAddress address, TlsIdentity identity) throws IOException {
    return new DatagramCall(new DatagramSocket(0, address), identity);
  }

  InetSocketAddress endpoint() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** What the client makes of the server: {@code accepted}, {@code silent} or {@code refused}. */
  String outcome() throws IOException {
    socket.setSoTimeout(MILLIS);
    DatagramPacket first = new DatagramPacket(new byte[LARGEST], LARGEST);
    socket.receive(first);
    // From now on nobody but this client; it sends its first message again.
    socket.connect(first.getSocketAddress());
    try {
      DTLSTransport inside =
          new DTLSServerProtocol()
              .accept(
                  new Server(new BcTlsCrypto(new SecureRandom())),
                  new UDPTransport(socket, LARGEST));
      byte[] word = new byte[inside.getReceiveLimit()];
      boolean spoke = inside.receive(word, 0, word.length, MILLIS) > 0;
      inside.close();
      return spoke ? "accepted" : "silent";
    } catch (IOException e) {
      // An alert, or the port of a caller that has gone when the rest of the flight comes.
      return "refused";
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private final class Server extends DefaultTlsServer {
    private final BcTlsCrypto bc;

    Server(BcTlsCrypto crypto) {
      super(crypto);
      this.bc = crypto;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")};
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
      return new BcDefaultTlsCredentialedSigner(
          new TlsCryptoParameters(context),
          bc,
          identity.key(),
          identity.certificate(bc, Optional.empty()),
          SignatureAndHashAlgorithm.getInstance((short) 4, (short) 3));
    }
  }
}
