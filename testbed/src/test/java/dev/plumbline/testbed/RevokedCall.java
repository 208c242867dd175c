package dev.plumbline.testbed;

import dev.plumbline.testbed.client.TlsCaller;
import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.Suites;
import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** What the clients make of a server that says itself that its certificate was revoked. */
final class RevokedCall {
  private static final int MILLIS = 20_000;

  /** What was seen, by the settings of the clients. */
  private static final Map<Map<String, Object>, String> SEEN = new HashMap<>();

  private RevokedCall() {}

  static String seen(DeviceSpec spec, InetAddress address, InstantSource clock) throws IOException {
    Settings clients = spec.effective().child("clients");
    String seen = SEEN.get(clients.values());
    if (seen == null) {
      Map<String, String> outcomes = new TreeMap<>();
      for (Map.Entry<String, Settings> each : clients.children().entrySet()) {
        if (each.getValue().text("transport", "tcp").equals("tcp")
            && each.getValue().on("versions").contains("TLSv1.3")) {
          outcomes.put(each.getKey(), outcome(each.getValue(), address, clock));
        }
      }
      seen = outcomes.toString();
      SEEN.put(clients.values(), seen);
    }
    return seen;
  }

  private static String outcome(Settings client, InetAddress address, InstantSource clock)
      throws IOException {
    TlsIdentity identity =
        TlsIdentity.make(
            Settings.of(Map.of("selfSigned", true, "name", client.required("name"))),
            address,
            clock.instant());
    try (ServerSocket server = new ServerSocket(0, 8, address)) {
      server.setSoTimeout(MILLIS);
      Settings pointed =
          client.with(
              Settings.of(
                  Map.of(
                      "to",
                      address.getHostAddress() + ":" + server.getLocalPort(),
                      "trusts",
                      CallView.pem(identity))));
      try (TlsCaller _ = TlsCaller.start(pointed, address, clock);
          Socket call = server.accept()) {
        call.setSoTimeout(MILLIS);
        TlsServerProtocol protocol =
            new TlsServerProtocol(call.getInputStream(), call.getOutputStream());
        protocol.accept(new Server(new BcTlsCrypto(new SecureRandom()), identity, clock));
        return protocol.getInputStream().read() < 0 ? "silent" : "accepted";
      } catch (IOException e) {
        // An alert, or what is left of it when the caller closes at once.
        return "refused";
      }
    }
  }

  private static final class Server extends DefaultTlsServer {
    private final BcTlsCrypto bc;
    private final TlsIdentity identity;
    private final InstantSource clock;

    Server(BcTlsCrypto crypto, TlsIdentity identity, InstantSource clock) {
      super(crypto);
      this.bc = crypto;
      this.identity = identity;
      this.clock = clock;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv13.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {Tls.suite("TLS_AES_128_GCM_SHA256")};
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the library wants one
    public TlsCredentials getCredentials() throws IOException {
      Hashtable<Integer, byte[]> status = new Hashtable<>();
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      status(identity.chain().getFirst()).encode(encoded);
      status.put(TlsExtensionsUtils.EXT_status_request, encoded.toByteArray());
      CertificateEntry entry =
          new CertificateEntry(
              bc.createCertificate(identity.chain().getFirst().getEncoded()), status);
      return new BcDefaultTlsCredentialedSigner(
          new TlsCryptoParameters(context),
          bc,
          identity.key(),
          new Certificate(TlsUtils.EMPTY_BYTES, new CertificateEntry[] {entry}),
          Suites.signature("ecdsa_secp256r1_sha256"));
    }

    private CertificateStatus status(X509CertificateHolder own) throws IOException {
      Date now = Date.from(clock.instant());
      try {
        BasicOCSPRespBuilder said = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
        said.addResponse(
            new CertificateID(
                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                own,
                own.getSerialNumber()),
            new RevokedStatus(now));
        return new CertificateStatus(
            CertificateStatusType.ocsp,
            new OCSPRespBuilder()
                .build(
                    OCSPRespBuilder.SUCCESSFUL,
                    said.build(
                        new BcECContentSignerBuilder(
                                new DefaultSignatureAlgorithmIdentifierFinder()
                                    .find("SHA256WITHECDSA"),
                                new DefaultDigestAlgorithmIdentifierFinder().find("SHA256"))
                            .build(identity.key()),
                        new X509CertificateHolder[0],
                        now))
                .toASN1Structure());
      } catch (OCSPException | OperatorCreationException e) {
        throw new IOException(e);
      }
    }
  }
}
