package dev.plumbline.testbed.client;

import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.Suites;
import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The client side of TLS. Settings: {@code versions}, {@code suites}, {@code groups} and {@code
 * signatures} (names to flags), {@code verifies}, see {@link ServerTrust}; {@code asksForStatus},
 * whether it wants to be told what the authority says of the server's certificate; {@code
 * certificate}, the device's own.
 */
final class CallerTls {
  private static final int HANDSHAKE_MILLIS = 5_000;

  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final Settings settings;
  private final ServerTrust trust;
  private final Optional<TlsIdentity> own;

  private CallerTls(Settings settings, ServerTrust trust, Optional<TlsIdentity> own) {
    this.settings = settings;
    this.trust = trust;
    this.own = own;
  }

  static CallerTls make(Settings settings, InetAddress device, InstantSource clock)
      throws IOException {
    Optional<TlsIdentity> own =
        settings.has("certificate")
            ? Optional.of(TlsIdentity.make(settings.child("certificate"), device, clock.instant()))
            : Optional.empty();
    return new CallerTls(settings, ServerTrust.of(settings, clock), own);
  }

  TlsClient client() {
    return new Client();
  }

  private final class Client extends DefaultTlsClient {
    Client() {
      super(crypto);
    }

    @Override
    public int getHandshakeTimeoutMillis() {
      return HANDSHAKE_MILLIS;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return Suites.versions(settings.on("versions"));
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return TlsUtils.getSupportedCipherSuites(crypto, Suites.all(settings.on("suites")));
    }

    @Override
    protected Vector<Integer> getSupportedGroups(@SuppressWarnings("rawtypes") Vector roles) {
      return new Vector<>(settings.on("groups").stream().map(Suites::group).toList());
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
      return new Vector<>(settings.on("signatures").stream().map(Suites::signature).toList());
    }

    @Override
    protected Vector<ServerName> getSNIServerNames() {
      byte[] name = settings.required("name").getBytes(StandardCharsets.US_ASCII);
      return new Vector<>(List.of(new ServerName(NameType.host_name, name)));
    }

    @Override
    @SuppressWarnings("NullAway") // the library wants null for "does not ask"
    protected CertificateStatusRequest getCertificateStatusRequest() {
      return settings.flag("asksForStatus", false) ? super.getCertificateStatusRequest() : null;
    }

    @Override
    public TlsAuthentication getAuthentication() {
      return new TlsAuthentication() {
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
          trust.require(certificate);
        }

        @Override
        @SuppressWarnings("NullAway") // the library wants null for "no certificate of ours"
        public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
          return own.isPresent() ? credentials(own.get(), request) : null;
        }
      };
    }

    @SuppressWarnings("NullAway") // before TLS 1.2 the version fixes the algorithm, null for us
    private TlsCredentials credentials(TlsIdentity identity, CertificateRequest request)
        throws IOException {
      return new BcDefaultTlsCredentialedSigner(
          new TlsCryptoParameters(context),
          crypto,
          identity.key(),
          identity.certificate(crypto, Optional.ofNullable(request.getCertificateRequestContext())),
          TlsUtils.isTLSv12(context) ? Suites.signature("ecdsa_secp256r1_sha256") : null);
    }
  }
}
