package dev.plumbline.client.standin;

import dev.plumbline.client.tls.CodeBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** One handshake with a caller, over TLS or DTLS. Takes what the caller offers, and notes it. */
public final class RogueServer extends DefaultTlsServer {
  private static final List<String> CIPHERS =
      List.of(
          "AES_128_GCM_SHA256",
          "AES_256_GCM_SHA384",
          "CHACHA20_POLY1305_SHA256",
          "AES_128_CCM",
          "AES_128_CCM_8",
          "AES_128_CBC_SHA256",
          "AES_128_CBC_SHA",
          "AES_256_CBC_SHA384",
          "AES_256_CBC_SHA256",
          "AES_256_CBC_SHA",
          "3DES_EDE_CBC_SHA");

  private static final int HANDSHAKE_MILLIS = 6_000;

  private final BcTlsCrypto bc;
  private final ServerVariant face;
  private final Identity identity;
  private final ProtocolVersion newest;
  private final ProtocolVersion oldest;
  private List<Integer> suites = List.of();
  private Optional<Offer> offer = Optional.empty();
  private Optional<X509CertificateHolder> caller = Optional.empty();
  private Optional<String> agreed = Optional.empty();
  private Optional<Short> alert = Optional.empty();
  private boolean shown;
  private boolean stapled;

  public RogueServer(BcTlsCrypto crypto, ServerVariant face, Identity identity, boolean dtls) {
    super(crypto);
    this.bc = crypto;
    this.face = face;
    this.identity = identity;
    this.newest = dtls ? ProtocolVersion.DTLSv12 : ProtocolVersion.TLSv13;
    this.oldest = dtls ? ProtocolVersion.DTLSv10 : ProtocolVersion.TLSv10;
  }

  /** What the caller offered; empty when no ClientHello could be read. */
  Optional<Offer> offer() {
    return offer;
  }

  /** The certificate that the caller showed; it has proven it once there is an agreed version. */
  Optional<X509CertificateHolder> caller() {
    return caller;
  }

  /** Whether the certificate of this face went out. */
  boolean shown() {
    return shown;
  }

  /** Whether what the authority says of the certificate went out with it. */
  boolean stapled() {
    return stapled;
  }

  /** The version of the handshake; empty when it did not come to its end. */
  Optional<String> agreed() {
    return agreed;
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    agreed = Optional.of(name(context.getServerVersion()));
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return face.only().map(v -> new ProtocolVersion[] {v}).orElseGet(() -> newest.downTo(oldest));
  }

  /** Datagrams get lost without a word. */
  @Override
  public int getHandshakeTimeoutMillis() {
    return HANDSHAKE_MILLIS;
  }

  /** The alert by which the caller ended the handshake; empty where it sent none. */
  Optional<Short> alert() {
    return alert;
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    super.notifyAlertReceived(level, description);
    if (level == AlertLevel.fatal) {
      alert = Optional.of(description);
    }
  }

  /** All suites that our library knows and the key can serve. */
  @Override
  protected int[] getSupportedCipherSuites() {
    List<String> keys =
        identity.rsa() ? List.of("ECDHE_RSA", "DHE_RSA", "RSA") : List.of("ECDHE_ECDSA");
    Stream<String> classic =
        keys.stream().flatMap(k -> CIPHERS.stream().map(c -> "TLS_" + k + "_WITH_" + c));
    List<String> names = Stream.concat(CIPHERS.stream().map(c -> "TLS_" + c), classic).toList();
    int[] known =
        Stream.concat(CodeBook.TLS13_SUITES.stream(), CodeBook.CLASSIC_SUITES.stream())
            .filter(s -> names.contains(s.name()))
            .sorted(Comparator.comparingInt(s -> names.indexOf(s.name())))
            .mapToInt(dev.plumbline.client.tls.CipherSuite::code)
            .toArray();
    return TlsUtils.getSupportedCipherSuites(bc, known);
  }

  @Override
  public void notifyOfferedCipherSuites(int[] offered) throws IOException {
    suites = Arrays.stream(offered).boxed().toList();
    super.notifyOfferedCipherSuites(offered);
  }

  @Override
  public void processClientExtensions(@SuppressWarnings("rawtypes") Hashtable extensions)
      throws IOException {
    offer = Optional.of(read(extensions));
    super.processClientExtensions(extensions);
  }

  private Offer read(@SuppressWarnings("rawtypes") Hashtable extensions) throws IOException {
    ProtocolVersion[] listed = TlsExtensionsUtils.getSupportedVersionsExtensionClient(extensions);
    List<String> versions =
        listed == null
            ? List.of(name(context.getClientVersion()))
            : Arrays.stream(listed)
                .filter(v -> !isGrease(v.getFullVersion()))
                .map(RogueServer::name)
                .toList();
    int[] groups = TlsExtensionsUtils.getSupportedGroupsExtension(extensions);
    Vector<?> signatures = TlsExtensionsUtils.getSignatureAlgorithmsExtension(extensions);
    Vector<?> names = TlsExtensionsUtils.getServerNameExtensionClient(extensions);
    List<String> signatureNames = new ArrayList<>();
    if (signatures != null) {
      for (Object each : signatures) {
        SignatureAndHashAlgorithm s = (SignatureAndHashAlgorithm) each;
        int code = s.getHash() << 8 | s.getSignature();
        if (!isGrease(code)) {
          signatureNames.add(CodeBook.signature(code));
        }
      }
    }
    return new Offer(
        versions,
        listed != null,
        suites.stream()
            .filter(s -> !isGrease(s) && !CipherSuite.isSCSV(s))
            .map(s -> CodeBook.suite(s).name())
            .toList(),
        groups == null
            ? List.of()
            : Arrays.stream(groups).filter(g -> !isGrease(g)).mapToObj(CodeBook::group).toList(),
        signatureNames,
        names == null || names.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new String(
                    ((ServerName) names.getFirst()).getNameData(),
                    java.nio.charset.StandardCharsets.US_ASCII)),
        asksForStatus(extensions));
  }

  private static boolean asksForStatus(@SuppressWarnings("rawtypes") Hashtable extensions)
      throws IOException {
    CertificateStatusRequest asked = TlsExtensionsUtils.getStatusRequestExtension(extensions);
    return asked != null && asked.getStatusType() == CertificateStatusType.ocsp;
  }

  /** What the authority says of the certificate; only for callers that ask. */
  private Optional<OCSPResponse> status() {
    return offer.filter(Offer::asksForStatus).flatMap(o -> identity.status());
  }

  @Override
  protected boolean allowCertificateStatus() {
    return status().isPresent();
  }

  @Override
  @SuppressWarnings("NullAway") // the library wants null for "nothing to say"
  public CertificateStatus getCertificateStatus() {
    return status().map(this::told).orElse(null);
  }

  private CertificateStatus told(OCSPResponse response) {
    stapled = true;
    return new CertificateStatus(CertificateStatusType.ocsp, response);
  }

  /** Values without meaning that clients mix in (RFC 8701). */
  private static boolean isGrease(int code) {
    return (code & 0x0F0F) == 0x0A0A && code >> 8 == (code & 0xFF);
  }

  private static String name(ProtocolVersion version) {
    return switch (version.getFullVersion()) {
      case 0x0300 -> "SSLv3";
      case 0x0301 -> "TLSv1.0";
      case 0x0302 -> "TLSv1.1";
      case 0x0303 -> "TLSv1.2";
      case 0x0304 -> "TLSv1.3";
      case 0xFEFF -> "DTLSv1.0";
      case 0xFEFD -> "DTLSv1.2";
      case 0xFEFC -> "DTLSv1.3";
      default -> version.getName();
    };
  }

  @Override
  public CertificateRequest getCertificateRequest() throws IOException {
    Vector<?> algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
    if (TlsUtils.isTLSv13(context)) {
      return new CertificateRequest(TlsUtils.EMPTY_BYTES, algorithms, null, null);
    }
    return new CertificateRequest(
        new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
        TlsUtils.isTLSv12(context) ? algorithms : null,
        null);
  }

  /** Whose the certificate is, is not our question; that it is proven, the library sees to. */
  @Override
  public void notifyClientCertificate(Certificate certificate) throws IOException {
    if (certificate != null && !certificate.isEmpty()) {
      caller = Optional.of(new X509CertificateHolder(certificate.getCertificateAt(0).getEncoded()));
    }
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    return TlsUtils.isTLSv13(context)
        ? signer(choose(identity.rsa() ? pss() : SignatureAlgorithm.ecdsa))
        : super.getCredentials();
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
    return signer(choose(SignatureAlgorithm.ecdsa));
  }

  @Override
  protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
    return signer(choose(SignatureAlgorithm.rsa));
  }

  @Override
  protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
    shown = true;
    return new BcDefaultTlsCredentialedDecryptor(bc, chain(), identity.key());
  }

  private static short pss() {
    return SignatureAlgorithm.rsa_pss_rsae_sha256;
  }

  private SignatureAndHashAlgorithm choose(short signature) throws IOException {
    if (signature == pss()) {
      return SignatureAndHashAlgorithm.rsa_pss_rsae_sha256;
    }
    Vector<?> offered = context.getSecurityParametersHandshake().getClientSigAlgs();
    return TlsUtils.chooseSignatureAndHashAlgorithm(context, offered, signature);
  }

  private TlsCredentialedSigner signer(SignatureAndHashAlgorithm algorithm) throws IOException {
    shown = true;
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context), bc, identity.key(), chain(), algorithm);
  }

  private Certificate chain() throws IOException {
    TlsCertificate[] certificates = new TlsCertificate[identity.chain().size()];
    CertificateEntry[] entries = new CertificateEntry[certificates.length];
    for (int i = 0; i < certificates.length; i++) {
      certificates[i] = bc.createCertificate(identity.chain().get(i).getEncoded());
      entries[i] = new CertificateEntry(certificates[i], i == 0 ? stapledEntry() : null);
    }
    return TlsUtils.isTLSv13(context)
        ? new Certificate(TlsUtils.EMPTY_BYTES, entries)
        : new Certificate(certificates);
  }

  /** TLS 1.3 has the status in the entry of the certificate (RFC 8446, clause 4.4.2.1). */
  @SuppressWarnings({"JdkObsolete", "NullAway"}) // the library wants it, and null for none
  private Hashtable<Integer, byte[]> stapledEntry() throws IOException {
    if (!TlsUtils.isTLSv13(context) || status().isEmpty()) {
      return null;
    }
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    getCertificateStatus().encode(encoded);
    Hashtable<Integer, byte[]> extensions = new Hashtable<>();
    extensions.put(TlsExtensionsUtils.EXT_status_request, encoded.toByteArray());
    return extensions;
  }
}
