package dev.plumbline.importers.sslscanxml;

import dev.plumbline.core.tls.TlsSuites;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.network.HeldFacts;
import dev.plumbline.importers.network.Ports;
import dev.plumbline.importers.tls.Certificates;
import dev.plumbline.importers.tls.SuiteFacts;
import dev.plumbline.importers.tls.TlsVersions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sslscan says of one endpoint. It writes {@code enabled="0"} for a refusal, for silence and
 * for a port that speaks no TLS, so that nothing follows from it.
 */
final class SslscanTest {

  private final Endpoint endpoint;
  private final SuiteFacts suites = new SuiteFacts();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final Map<String, String> brief = new HashMap<>();
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
      case "certificate" -> inBrief = "short".equals(attributes.get("type"));
      case "pk" -> {
        if (inBrief) {
          brief.put("keyAlgorithm", attributes.getOrDefault("type", ""));
          brief.put("keyBits", attributes.getOrDefault("bits", ""));
        }
      }
      default -> {}
    }
  }

  private void protocol(Map<String, String> attributes) {
    TlsVersions.label(attributes.getOrDefault("type", "") + attributes.getOrDefault("version", ""))
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
    Optional<String> version = TlsVersions.label(attributes.getOrDefault("sslversion", ""));
    String written = attributes.getOrDefault("cipher", "");
    String name = TlsSuites.byCode(attributes.getOrDefault("id", "")).orElse(written);
    if (version.isPresent()
        && ("accepted".equals(attributes.get("status"))
            || "preferred".equals(attributes.get("status")))) {
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
    if (spoken && found.equals(attributes.get(field))) {
      suites.weakness(weakness, true);
    }
  }

  private void renegotiation(Map<String, String> attributes) {
    if (spoken && "1".equals(attributes.get("supported"))) {
      suites.weakness(
          "1".equals(attributes.get("secure")) ? "client-renegotiation" : "insecure-renegotiation",
          true);
    }
  }

  void end(String name, String text) {
    switch (name) {
      case "certificate-blob" -> Certificates.parse(text).ifPresent(certificates::add);
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
      for (String key : List.of("tls.versions", "tls.suites")) {
        facts.undetermined(key, endpoint.toString(), "sslscan agreed on no version of TLS");
      }
      return;
    }
    suites.tell(facts, endpoint.toString(), false);
    certificate().ifPresent(v -> facts.seen("tls.certificate", endpoint.toString(), v, day()));
  }

  private static Map<String, Object> day() {
    return Map.of("checkedOn", "the day of the scan, which the file does not tell");
  }

  private Optional<Map<String, Object>> certificate() {
    if (!certificates.isEmpty()) {
      // Not expired by the file's own word or not: the day of the scan is not in it.
      X509Certificate leaf = certificates.getFirst();
      Instant within = leaf.getNotBefore().toInstant().plusSeconds(1);
      Optional<Map<String, Object>> value = Certificates.value(List.of(leaf), false, within);
      return value.map(this::withDates);
    }
    if (!brief.containsKey("subject")) {
      return Optional.empty();
    }
    Map<String, Object> value = new HashMap<>();
    value.put("subject", "CN=" + brief.getOrDefault("subject", ""));
    value.put("issuer", "CN=" + brief.getOrDefault("issuer", ""));
    value.put("signatureAlgorithm", brief.getOrDefault("signature-algorithm", ""));
    value.put("keyAlgorithm", brief.getOrDefault("keyAlgorithm", ""));
    if (brief.getOrDefault("keyBits", "").matches("\\d{1,6}")) {
      value.put("keyBits", Long.parseLong(brief.getOrDefault("keyBits", "")));
    }
    value.put("selfSigned", "true".equals(brief.get("self-signed")));
    return Optional.of(withDates(value));
  }

  private Map<String, Object> withDates(Map<String, Object> value) {
    List<String> faults = new ArrayList<>();
    if (value.get("faults") instanceof List<?> known) {
      known.forEach(f -> faults.add(String.valueOf(f)));
    }
    if ("true".equals(brief.get("expired"))) {
      faults.add("expired");
    }
    if ("true".equals(brief.get("not-yet-valid"))) {
      faults.add("not-yet-valid");
    }
    if ("true".equals(brief.get("self-signed")) && !faults.contains("self-signed")) {
      faults.add("self-signed");
    }
    Map<String, Object> dated = new HashMap<>(value);
    if (!faults.isEmpty()) {
      dated.put("faults", List.copyOf(faults));
    }
    return dated;
  }
}
