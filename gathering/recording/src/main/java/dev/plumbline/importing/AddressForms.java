package dev.plumbline.importing;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.NumericAddress;
import java.util.Locale;
import java.util.Optional;

/** Addresses as tools write them: one IPv6 address has many forms. */
public final class AddressForms {
  private static final String SUBJECT = "address/";

  private AddressForms() {}

  /** An IPv6 address in the form of RFC 5952; any other text in lower case. */
  public static String canonical(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.contains(":")
        ? NumericAddress.parse(lower).map(NumericAddress::text).orElse(lower)
        : lower;
  }

  /** The subject of a fact, with its IPv6 address in the form of RFC 5952. */
  static String subject(String written) {
    if (!written.contains(":")) {
      return written;
    }
    Optional<Endpoint> endpoint = Endpoint.parse(written);
    if (endpoint.isPresent()) {
      Endpoint e = endpoint.get();
      return new Endpoint(e.transport(), canonical(e.address()), e.port()).toString();
    }
    return written.startsWith(SUBJECT)
        ? SUBJECT + canonical(written.substring(SUBJECT.length()))
        : written;
  }
}
