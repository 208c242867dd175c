package dev.plumbline.testbed.client;

import dev.plumbline.testbed.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;

/**
 * Which servers the device takes. Settings: {@code trusts}, the certificate of the pinned
 * authority; {@code verifies}, a mapping of {@code chain}, {@code dates}, {@code name}, {@code
 * use}, {@code strength} and {@code revocation} to flags.
 */
final class ServerTrust {
  private static final String SERVER_USE = "1.3.6.1.5.5.7.3.1";
  private static final int DNS_NAME = 2;
  private static final int LEAST_RSA_BITS = 2048;

  private final X509Certificate authority;
  private final String host;
  private final List<String> verified;
  private final InstantSource clock;

  private ServerTrust(
      X509Certificate authority, String host, List<String> verified, InstantSource clock) {
    this.authority = authority;
    this.host = host;
    this.verified = List.copyOf(verified);
    this.clock = clock;
  }

  static ServerTrust of(Settings settings, InstantSource clock) throws IOException {
    return new ServerTrust(
        read(settings.required("trusts").getBytes(StandardCharsets.US_ASCII)),
        settings.required("name"),
        settings.on("verifies"),
        clock);
  }

  private static X509Certificate read(byte[] encoded) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate: " + e.getMessage(), e);
    }
  }

  /**
   * @throws TlsFatalAlert for a server that the device does not take
   */
  void require(TlsServerCertificate shown) throws IOException {
    X509Certificate leaf = read(shown.getCertificate().getCertificateAt(0).getEncoded());
    try {
      refuseUnless("chain", isIssued(leaf), AlertDescription.unknown_ca);
      refuseUnless("dates", isInForce(leaf), AlertDescription.certificate_expired);
      refuseUnless("name", names(leaf), AlertDescription.bad_certificate);
      refuseUnless("use", isForServers(leaf), AlertDescription.unsupported_certificate);
      refuseUnless("strength", isStrong(leaf), AlertDescription.bad_certificate);
      refuseUnless(
          "revocation",
          !StapledStatus.of(shown).saysRevoked(leaf.getSerialNumber(), authority),
          AlertDescription.certificate_revoked);
    } catch (GeneralSecurityException e) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, e);
    }
  }

  private void refuseUnless(String what, boolean fine, short alert) throws IOException {
    if (verified.contains(what) && !fine) {
      throw new TlsFatalAlert(alert);
    }
  }

  private boolean isIssued(X509Certificate leaf) {
    try {
      leaf.verify(authority.getPublicKey());
      return leaf.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean isInForce(X509Certificate leaf) {
    Instant now = clock.instant();
    return !now.isBefore(leaf.getNotBefore().toInstant())
        && !now.isAfter(leaf.getNotAfter().toInstant());
  }

  private boolean names(X509Certificate leaf) throws GeneralSecurityException {
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    return names != null && names.stream().anyMatch(n -> n.equals(List.of(DNS_NAME, host)));
  }

  private static boolean isForServers(X509Certificate leaf) throws GeneralSecurityException {
    List<String> uses = leaf.getExtendedKeyUsage();
    return uses != null && uses.contains(SERVER_USE);
  }

  private static boolean isStrong(X509Certificate leaf) {
    boolean weakKey =
        leaf.getPublicKey() instanceof RSAPublicKey rsa
            && rsa.getModulus().bitLength() < LEAST_RSA_BITS;
    return !weakKey && !leaf.getSigAlgName().startsWith("SHA1");
  }
}
