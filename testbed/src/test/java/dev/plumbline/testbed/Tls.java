package dev.plumbline.testbed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerOnlyTlsAuthentication;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** A TLS client that offers exactly what a test asks for and trusts anyone. */
final class Tls {
  private Tls() {}

  /**
   * A connection.
   *
   * @param chain the server's certificates; empty for anonymous key exchange
   */
  record Connection(TlsClientProtocol protocol, int suite, List<X509CertificateHolder> chain) {}

  /** Shakes hands; empty when the server refuses. */
  static Optional<Connection> connect(Socket socket, ProtocolVersion version, int... suites) {
    Client client = new Client(version, suites);
    try {
      TlsClientProtocol protocol =
          new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
      protocol.connect(client);
      return Optional.of(new Connection(protocol, client.selected(), client.chain));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<Connection> tryOut(
      InetSocketAddress endpoint, ProtocolVersion version, int... suites) throws IOException {
    try (Socket socket = Talk.open(endpoint)) {
      return connect(socket, version, suites);
    }
  }

  /** A client that offers one version and these suites. */
  static TlsClient client(ProtocolVersion version, int... suites) {
    return new Client(version, suites);
  }

  static int suite(String name) {
    try {
      return CipherSuite.class.getField(name).getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static final class Client extends DefaultTlsClient {
    private final ProtocolVersion version;
    private final int[] suites;
    private List<X509CertificateHolder> chain = List.of();

    Client(ProtocolVersion version, int[] suites) {
      super(new BcTlsCrypto(new SecureRandom()));
      this.version = version;
      this.suites = suites.clone();
    }

    int selected() {
      return selectedCipherSuite();
    }

    private int selectedCipherSuite() {
      return context.getSecurityParametersConnection().getCipherSuite();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return new ProtocolVersion[] {version};
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return suites.clone();
    }

    @Override
    protected @Nullable Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
      Vector<SignatureAndHashAlgorithm> all = new Vector<>();
      for (Object o : TlsUtils.getDefaultSupportedSignatureAlgorithms(context)) {
        all.add((SignatureAndHashAlgorithm) o);
      }
      return all;
    }

    @Override
    public TlsAuthentication getAuthentication() {
      return new ServerOnlyTlsAuthentication() {
        @Override
        public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
          Certificate certificate = server.getCertificate();
          java.util.ArrayList<X509CertificateHolder> holders = new java.util.ArrayList<>();
          for (int i = 0; i < certificate.getLength(); i++) {
            holders.add(new X509CertificateHolder(certificate.getCertificateAt(i).getEncoded()));
          }
          chain = List.copyOf(holders);
        }
      };
    }

    @Override
    public org.bouncycastle.tls.TlsDHGroupVerifier getDHGroupVerifier() {
      return group -> true;
    }
  }
}
