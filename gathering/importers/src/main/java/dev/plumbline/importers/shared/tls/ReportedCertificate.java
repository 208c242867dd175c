package dev.plumbline.importers.shared.tls;

import dev.plumbline.core.Digest;
import dev.plumbline.core.tls.CommonName;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.observation.tls.TlsCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate that a tool copied out. Tools show fewer certificates than an endpoint may have, so
 * that faults that were not found prove nothing.
 */
public final class ReportedCertificate {
  private static final int MIN_MODULUS = 2048;
  private static final int MIN_CURVE = 224;
  private static final Duration LONG = Duration.ofDays(5 * 365);
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";

  private ReportedCertificate() {}

  /** Reads the first PEM certificate of a text; empty when there is none that can be read. */
  public static Optional<X509Certificate> parse(String pem) {
    int begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
    int end = pem.indexOf("-----END CERTIFICATE-----", Math.max(0, begin));
    if (begin < 0 || end < 0) {
      return Optional.empty();
    }
    String one = pem.substring(begin, end) + "-----END CERTIFICATE-----\n";
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(one.getBytes(StandardCharsets.US_ASCII))));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The fact; empty when a part of it is broken.
   *
   * @param all whether every certificate that the endpoint serves is in the chain
   * @param on when it was seen
   * @param day the same in words
   */
  public static Optional<TlsCertificate> fact(
      List<X509Certificate> chain, boolean all, Instant on, String day) {
    try {
      return Optional.of(read(chain, all, on, day));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells of a certificate. One without a fault is told only where the tool shows all that the
   * endpoint serves: another one may have a fault.
   */
  public static void tell(
      HeldFacts facts, String subject, TlsCertificate certificate, boolean all) {
    if (all || !certificate.faults().isEmpty()) {
      facts.seen(subject, certificate);
    } else {
      facts.undetermined(
          TlsCertificate.class,
          subject,
          "the certificate that the file shows has no fault, and whether the endpoint serves others"
              + " is not told");
    }
  }

  private static TlsCertificate read(
      List<X509Certificate> chain, boolean all, Instant on, String day)
      throws CertificateException {
    X509Certificate leaf = chain.getFirst();
    return new TlsCertificate(
        leaf.getSubjectX500Principal().getName(),
        leaf.getIssuerX500Principal().getName(),
        names(leaf),
        day(leaf.getNotBefore().toInstant()),
        day(leaf.getNotAfter().toInstant()),
        Optional.of(
            leaf.getPublicKey() instanceof EdECPublicKey ed
                ? ed.getParams().getName()
                : leaf.getPublicKey().getAlgorithm()),
        Optional.of(bits(leaf.getPublicKey())),
        Optional.of(leaf.getSigAlgName()),
        isSelfSigned(leaf),
        all ? Optional.of(chain.size()) : Optional.empty(),
        Digest.of(leaf.getEncoded()).hex(),
        Optional.of(Digest.of(leaf.getPublicKey().getEncoded()).hex()),
        faults(chain, on),
        Optional.empty(),
        day);
  }

  /** A day as ISO date, in UTC. */
  public static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static List<String> faults(List<X509Certificate> chain, Instant on)
      throws CertificateParsingException {
    X509Certificate leaf = chain.getFirst();
    Instant from = leaf.getNotBefore().toInstant();
    Instant until = leaf.getNotAfter().toInstant();
    List<String> faults = new ArrayList<>();
    add(faults, "expired", on.isAfter(until));
    add(faults, "not-yet-valid", on.isBefore(from));
    add(faults, "self-signed", isSelfSigned(leaf));
    add(faults, "weak-key", chain.stream().anyMatch(c -> isWeak(c.getPublicKey())));
    add(faults, "weak-signature", chain.stream().anyMatch(c -> isWeaklySigned(c, leaf)));
    add(faults, "wrong-use", !isForServers(leaf));
    add(faults, "long-lived", Duration.between(from, until).compareTo(LONG) >= 0);
    return List.copyOf(faults);
  }

  private static void add(List<String> faults, String name, boolean present) {
    if (present) {
      faults.add(name);
    }
  }

  private static boolean isWeak(PublicKey key) {
    int bits = bits(key);
    boolean curve = key instanceof ECPublicKey || key instanceof EdECPublicKey;
    return bits > 0 && bits < (curve ? MIN_CURVE : MIN_MODULUS);
  }

  private static boolean isWeaklySigned(X509Certificate certificate, X509Certificate leaf) {
    String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean weak = name.startsWith("SHA1") || name.startsWith("MD") || name.startsWith("SHA-1");
    return weak && (certificate.equals(leaf) || !isSelfSigned(certificate));
  }

  private static boolean isForServers(X509Certificate leaf) throws CertificateParsingException {
    List<String> extended = leaf.getExtendedKeyUsage();
    if (extended != null && !extended.contains(SERVER_AUTH) && !extended.contains(ANY_USE)) {
      return false;
    }
    boolean[] usage = leaf.getKeyUsage();
    return usage == null || usage[0] || usage[2] || usage[4];
  }

  private static int bits(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength();
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
      case DSAPublicKey dsa when dsa.getParams() != null -> dsa.getParams().getP().bitLength();
      case EdECPublicKey ed -> ed.getParams().getName().equals("Ed448") ? 448 : 256;
      default -> 0;
    };
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
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

  private static List<String> names(X509Certificate leaf) throws CertificateParsingException {
    Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
    if (alternatives != null) {
      List<String> names =
          alternatives.stream()
              .filter(
                  n ->
                      n.size() > 1
                          && (Integer.valueOf(2).equals(n.get(0))
                              || Integer.valueOf(7).equals(n.get(0))))
              .map(n -> String.valueOf(n.get(1)))
              .toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return CommonName.of(leaf.getSubjectX500Principal()).stream().toList();
  }
}
