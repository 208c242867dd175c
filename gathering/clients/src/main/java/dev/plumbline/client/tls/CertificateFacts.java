package dev.plumbline.client.tls;

import dev.plumbline.core.Digest;
import dev.plumbline.observation.tls.TlsCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a certificate chain into a fact. */
public final class CertificateFacts {
  /** RFC 5280, other RFCs of PKIX, and Certificate Transparency (RFC 6962). */
  private static final List<String> STANDARD =
      List.of("2.5.29.", "1.3.6.1.5.5.7.", "1.3.6.1.4.1.11129.2.4.");

  private final List<X509Certificate> chain;

  private CertificateFacts(List<X509Certificate> chain) {
    this.chain = List.copyOf(chain);
  }

  /**
   * Reads a chain, leaf first.
   *
   * @throws CertificateException if one is broken, or there is none
   */
  public static CertificateFacts parse(List<byte[]> ders) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    for (byte[] der : ders) {
      try {
        chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      } catch (RuntimeException e) {
        throw new CertificateException("broken: " + e.getMessage(), e);
      }
    }
    if (chain.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    return new CertificateFacts(chain);
  }

  /**
   * What it says, with its faults on that day at that address.
   *
   * @throws CertificateException if a part that is read only now is broken
   */
  public TlsCertificate fact(Instant now, String address) throws CertificateException {
    try {
      return read(now, address);
    } catch (RuntimeException e) {
      throw new CertificateException("broken: " + e.getMessage(), e);
    }
  }

  private TlsCertificate read(Instant now, String address) throws CertificateException {
    X509Certificate leaf = chain.getFirst();
    return new TlsCertificate(
        leaf.getSubjectX500Principal().getName(),
        leaf.getIssuerX500Principal().getName(),
        CertificateNames.of(leaf),
        day(leaf.getNotBefore().toInstant()).toString(),
        day(leaf.getNotAfter().toInstant()).toString(),
        Optional.of(algorithm(leaf.getPublicKey())),
        Optional.of(bits(leaf.getPublicKey())),
        Optional.of(CertificateFaults.signature(leaf)),
        isSelfSigned(leaf),
        Optional.of(chain.size()),
        sha256(leaf.getEncoded()),
        Optional.of(sha256(leaf.getPublicKey().getEncoded())),
        CertificateFaults.of(chain, now, address),
        Optional.empty(),
        day(now).toString());
  }

  /** Words in extensions of its leaf that no standard for certificates defines, a line each. */
  public String ownExtensions() {
    X509Certificate leaf = chain.getFirst();
    StringBuilder lines = new StringBuilder();
    Stream.of(leaf.getNonCriticalExtensionOIDs(), leaf.getCriticalExtensionOIDs())
        .filter(Objects::nonNull)
        .flatMap(Set::stream)
        .sorted()
        .filter(oid -> STANDARD.stream().noneMatch(oid::startsWith))
        .map(leaf::getExtensionValue)
        .map(value -> new String(value, StandardCharsets.ISO_8859_1))
        .forEach(text -> lines.append(text.replaceAll("[^\\x20-\\x7e]+", "\n")).append('\n'));
    return lines.toString();
  }

  /** The names that its leaf is made out to. */
  public List<String> names() {
    return CertificateNames.of(chain.getFirst());
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Size of the key; 0 where it cannot be told. */
  static int bits(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength();
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
      case DSAPublicKey dsa when dsa.getParams() != null -> dsa.getParams().getP().bitLength();
      case EdECPublicKey ed -> ed.getParams().getName().equals("Ed448") ? 448 : 256;
      default -> 0;
    };
  }

  private static String algorithm(PublicKey key) {
    return key instanceof EdECPublicKey ed ? ed.getParams().getName() : key.getAlgorithm();
  }

  /** Whether its own key signed it; where that cannot be computed, whether it says so. */
  static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (java.security.SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      return true;
    }
  }

  private static String sha256(byte[] bytes) {
    return Digest.of(bytes).hex();
  }
}
