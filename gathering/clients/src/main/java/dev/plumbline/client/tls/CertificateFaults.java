package dev.plumbline.client.tls;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Faults of a certificate chain, by the names of {@code tls.certificate}. */
final class CertificateFaults {
  /** Below 112 bits of strength: NIST SP 800-57 part 1, table 2. */
  private static final int MIN_MODULUS = 2048;

  private static final int MIN_CURVE = 224;

  /** Validity from which testssl.sh warns of certificates that nobody will renew in time. */
  private static final Duration LONG = Duration.ofDays(5 * 365);

  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private CertificateFaults() {}

  static List<String> of(List<X509Certificate> chain, Instant now, String address) {
    X509Certificate leaf = chain.getFirst();
    Instant from = leaf.getNotBefore().toInstant();
    Instant until = leaf.getNotAfter().toInstant();
    List<String> faults = new ArrayList<>();
    add(faults, "expired", now.isAfter(until));
    add(faults, "not-yet-valid", now.isBefore(from));
    add(faults, "self-signed", CertificateFacts.isSelfSigned(leaf));
    add(faults, "weak-key", chain.stream().anyMatch(c -> isWeak(c.getPublicKey())));
    add(faults, "weak-signature", chain.stream().anyMatch(c -> isWeaklySigned(c, leaf)));
    add(faults, "wrong-name", !CertificateNames.match(CertificateNames.of(leaf), address));
    add(faults, "wrong-use", !isForServers(leaf));
    add(faults, "incomplete-chain", !isLinked(chain));
    add(faults, "long-lived", Duration.between(from, until).compareTo(LONG) >= 0);
    return List.copyOf(faults);
  }

  private static void add(List<String> faults, String name, boolean present) {
    if (present) {
      faults.add(name);
    }
  }

  private static boolean isWeak(PublicKey key) {
    int bits = CertificateFacts.bits(key);
    boolean curve = key instanceof ECPublicKey || key instanceof EdECPublicKey;
    return bits > 0 && bits < (curve ? MIN_CURVE : MIN_MODULUS);
  }

  /** A root's signature of itself proves nothing and so cannot be weak; a leaf's is looked at. */
  private static boolean isWeaklySigned(X509Certificate certificate, X509Certificate leaf) {
    String name = signature(certificate).toUpperCase(Locale.ROOT);
    boolean weak = name.startsWith("SHA1") || name.startsWith("MD") || name.startsWith("SHA-1");
    return weak && (certificate.equals(leaf) || !CertificateFacts.isSelfSigned(certificate));
  }

  /** Name of the signature algorithm; for RSASSA-PSS with its hash. */
  static String signature(X509Certificate certificate) {
    byte[] encoded = certificate.getSigAlgParams();
    if (!certificate.getSigAlgName().equals("RSASSA-PSS") || encoded == null) {
      return certificate.getSigAlgName();
    }
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(encoded);
      String hash = parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
      return hash.replace("SHA-", "SHA") + "withRSASSA-PSS";
    } catch (InvalidParameterSpecException | IOException e) {
      return certificate.getSigAlgName();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without RSASSA-PSS", e);
    }
  }

  private static boolean isForServers(X509Certificate leaf) {
    try {
      List<String> extended = leaf.getExtendedKeyUsage();
      if (extended != null && !extended.contains(SERVER_AUTH) && !extended.contains(ANY_USE)) {
        return false;
      }
    } catch (CertificateParsingException e) {
      return false;
    }
    boolean[] usage = leaf.getKeyUsage();
    return usage == null
        || usage[DIGITAL_SIGNATURE]
        || usage[KEY_ENCIPHERMENT]
        || usage[KEY_AGREEMENT];
  }

  /** Whether each is issued by the next, and the leaf's issuer is there unless it is the leaf. */
  private static boolean isLinked(List<X509Certificate> chain) {
    if (chain.size() == 1) {
      X509Certificate leaf = chain.getFirst();
      return leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal());
    }
    for (int i = 0; i + 1 < chain.size(); i++) {
      if (!chain
          .get(i)
          .getIssuerX500Principal()
          .equals(chain.get(i + 1).getSubjectX500Principal())) {
        return false;
      }
    }
    return true;
  }
}
