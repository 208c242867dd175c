package dev.plumbline.observation.tls;

import java.util.List;
import java.util.Optional;

/** A certificate that an endpoint shows, of whatever kind of key. */
public sealed interface ShownCertificate permits TlsCertificate, TlsCertificate.Other {
  String subject();

  String issuer();

  List<String> names();

  String notBefore();

  String notAfter();

  Optional<String> keyAlgorithm();

  Optional<Integer> keyBits();

  Optional<String> signatureAlgorithm();

  boolean selfSigned();

  List<String> faults();
}
