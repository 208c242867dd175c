package dev.plumbline.importers.sslscanxml;

import dev.plumbline.core.tls.TlsSuiteNames;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.tls.ReportedCertificate;
import dev.plumbline.importers.shared.tls.SuiteFacts;
import dev.plumbline.importers.shared.tls.VersionLabels;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsVersions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sslscan says of one endpoint. It writes {@code enabled="0"} for a refusal, for silence and
 * for a port that speaks no TLS, so that nothing follows from it.
 */
final class SslscanTest {

  private final Endpoint endpoint;
  private final SuiteFacts suites = new SuiteFacts();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final Map<String, String> brief = new HashMap<>();
  private final Set<String> weaknesses = new TreeSet<>();
  private boolean spoken;
  private boolean inBrief;

  private SslscanTest(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  static Optional<SslscanTest> at(String host, String port) {
    int number = Ports.port(port);
    return number == 0
        ? Optional.empty()
        : Optional.of(new SslscanTest(Endpoint.tcp(host, number)));
  }

  void start(String name, Map<String, String> attributes) {
    switch (name) {
      case "protocol" -> protocol(attributes);
      case "cipher" -> cipher(attributes);
      case "group" ->
          suites.group(attributes.getOrDefault("name", "").replaceFirst("\\s*\\(.*", ""));
      case "compression" -> weakness("compression", attributes, "supported", "1");
      case "heartbleed" -> weakness("heartbeat", attributes, "vulnerable", "1");
      case "renegotiation" -> renegotiation(attributes);
      case "fallback" -> weakness("no-fallback-scsv", attributes, "supported", "0");
      case "certificate" -> inBrief = !"full".equals(attributes.get("type"));

      default -> {}
    }
  }

  private void protocol(Map<String, String> attributes) {
    VersionLabels.label(
            attributes.getOrDefault("type", "") + attributes.getOrDefault("version", ""))
        .ifPresent(
            version -> {
              if ("1".equals(attributes.get("enabled"))) {
                spoken = true;
                suites.accepts(version);
              } else {
                suites.undecided(version, "sslscan does not tell refusal from silence");
              }
            });
  }

  private void cipher(Map<String, String> attributes) {
    Optional<String> version = VersionLabels.label(attributes.getOrDefault("sslversion", ""));
    String written = attributes.getOrDefault("cipher", "");
    String name = TlsSuiteNames.byCode(attributes.getOrDefault("id", "")).orElse(written);
    if (version.isPresent()
        && ("accepted".equals(attributes.get("status"))
            || "preferred".equals(attributes.get("status")))) {
      // Before version 2 no other element tells which versions are spoken.
      spoken = true;
      suites.suite(version.get(), name);
      String bits = attributes.getOrDefault("dhebits", "");
      if (bits.matches("\\d{1,6}")) {
        suites.field(Integer.parseInt(bits));
      }
    }
  }

  /** Only what it found counts; its "no" may be a missing answer. */
  private void weakness(
      String weakness, Map<String, String> attributes, String field, String found) {
    if (found.equals(attributes.get(field))) {
      weaknesses.add(weakness);
    }
  }

  private void renegotiation(Map<String, String> attributes) {
    if ("1".equals(attributes.get("supported"))) {
      weaknesses.add(
          "1".equals(attributes.get("secure")) ? "client-renegotiation" : "insecure-renegotiation");
    }
  }

  void end(String name, String text) {
    switch (name) {
      case "certificate-blob" -> ReportedCertificate.parse(text).ifPresent(certificates::add);
      case "certificate" -> inBrief = false;
      default -> {
        if (inBrief && !text.isEmpty()) {
          brief.put(name, text);
        }
      }
    }
  }

  void tell(HeldFacts facts) {
    if (!spoken) {
      String reason = "sslscan agreed on no version of TLS";
      facts.undetermined(TlsVersions.class, endpoint.toString(), reason);
      facts.undetermined(
          dev.plumbline.observation.tls.TlsSuites.class, endpoint.toString(), reason);
      return;
    }
    weaknesses.forEach(w -> suites.weakness(w, true));
    for (String version : VersionLabels.ALL) {
      suites.undecided(version, "sslscan does not tell refusal from silence");
    }
    suites.tell(facts, endpoint.toString(), false);
    if (!certificates.isEmpty()) {
      certificate(certificates.getFirst(), facts);
    } else if (brief.containsKey("subject")) {
      facts.undetermined(
          TlsCertificate.class,
          endpoint.toString(),
          "sslscan tells the certificate in short alone; run it with --show-certificate");
    }
  }

  /** Not expired by the file's own word or not: the day of the scan is not in it. */
  private void certificate(X509Certificate leaf, HeldFacts facts) {
    Instant within = leaf.getNotBefore().toInstant().plusSeconds(1);
    ReportedCertificate.fact(
            List.of(leaf), false, within, "the day of the scan, which the file does not tell")
        .map(this::withDates)
        .ifPresent(c -> ReportedCertificate.tell(facts, endpoint.toString(), c, false));
  }

  private TlsCertificate withDates(TlsCertificate certificate) {
    List<String> faults = new ArrayList<>(certificate.faults());
    if ("true".equals(brief.get("expired"))) {
      faults.add("expired");
    }
    if ("true".equals(brief.get("not-yet-valid"))) {
      faults.add("not-yet-valid");
    }
    if ("true".equals(brief.get("self-signed")) && !faults.contains("self-signed")) {
      faults.add("self-signed");
    }
    return certificate.with(List.copyOf(faults), List.of());
  }
}
