package dev.plumbline.client.tls;

import dev.plumbline.core.tls.CommonName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names that a certificate is made out for. */
final class CertificateNames {
  private static final int DNS = 2;
  private static final int IP = 7;
  private static final int LONGEST_ADDRESS = 64;

  private CertificateNames() {}

  /** Its alternative names (DNS and IP); where it has none, the common name. */
  static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> name : alternatives) {
          if (name.size() > 1
              && name.get(0) instanceof Integer kind
              && (kind == DNS || kind == IP)) {
            names.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (CertificateParsingException e) {
      // Names that cannot be read are names that nobody can match: the common name is left.
    }
    if (names.isEmpty()) {
      CommonName.of(certificate.getSubjectX500Principal()).ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  /** Whether one of them is that numeric address. */
  static boolean match(List<String> names, String address) {
    return names.stream().anyMatch(name -> sameAddress(name, address));
  }

  private static boolean sameAddress(String name, String address) {
    // Only what looks like an address is looked up, so that no name is ever asked of a resolver.
    if (name.length() > LONGEST_ADDRESS
        || !name.matches("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*")) {
      return false;
    }
    try {
      return InetAddress.getByName(name).equals(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
