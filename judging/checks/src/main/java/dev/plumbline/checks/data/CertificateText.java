package dev.plumbline.checks.data;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.tls.ShownCertificate;
import dev.plumbline.observation.tls.TlsCertificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a certificate says of the device to anybody who connects. */
record CertificateText(Observation shows, List<Disclosed> facts) {
  /** Shorter words stand in any text by chance. */
  private static final int SHORTEST = 3;

  static List<CertificateText> at(Endpoint endpoint, Facts facts) {
    Product product = facts.product();
    return facts.seen(TlsCertificate.class, endpoint.toString()).stream()
        .map(seen -> new CertificateText(seen.observation(), told(seen, product)))
        .toList();
  }

  private static List<Disclosed> told(Seen<TlsCertificate> seen, Product product) {
    List<String> texts = new ArrayList<>(texts(seen.fact()));
    seen.fact().others().orElse(List.of()).forEach(other -> texts.addAll(texts(other)));
    Map<String, String> own = new LinkedHashMap<>();
    own.put(product.serial(), "serial");
    own.put(product.mac(), "mac");
    own.put(product.mac().replaceAll("[^0-9A-Fa-f]", ""), "mac");
    own.put(product.softwareVersion(), "version");
    return own.entrySet().stream()
        .filter(e -> e.getKey().length() >= SHORTEST)
        .map(e -> new Disclosed(e.getValue(), e.getKey(), true))
        .filter(fact -> texts.stream().anyMatch(fact::isIn))
        .toList();
  }

  private static List<String> texts(ShownCertificate certificate) {
    return Stream.concat(
            Stream.of(certificate.subject(), certificate.issuer()), certificate.names().stream())
        .toList();
  }
}
