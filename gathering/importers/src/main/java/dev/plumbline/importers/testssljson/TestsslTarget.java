package dev.plumbline.importers.testssljson;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.tls.TlsSuiteNames;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.tls.ReportedCertificate;
import dev.plumbline.importers.shared.tls.SuiteFacts;
import dev.plumbline.importers.shared.tls.VersionLabels;
import dev.plumbline.observation.tls.TlsVersions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** What testssl.sh says of one endpoint. */
final class TestsslTarget {
  private static final BoundedPattern CIPHER =
      BoundedPattern.compile(
          "cipher-(ssl|tls)([0-9_]+)_(x[0-9a-f]+)", BoundedPattern.CASE_INSENSITIVE);
  private static final BoundedPattern FIELD = BoundedPattern.compile("\\sDH (\\d{3,5})\\s");

  /** Tests whose "offered" or "VULNERABLE" is a weakness by that name. */
  private static final Map<String, String> WEAKNESSES =
      Map.ofEntries(
          Map.entry("cipherlist_NULL", "null-cipher"),
          Map.entry("cipherlist_aNULL", "anonymous"),
          Map.entry("cipherlist_EXPORT", "export"),
          Map.entry("RC4", "rc4"),
          Map.entry("CRIME_TLS", "compression"),
          Map.entry("secure_client_renego", "client-renegotiation"),
          Map.entry("heartbleed", "heartbeat"));

  private final Endpoint endpoint;
  private final SuiteFacts suites = new SuiteFacts();
  private final List<X509Certificate> leaves = new ArrayList<>();
  private final List<X509Certificate> others = new ArrayList<>();
  private String served = "";
  private String until = "";
  private String remaining = "";
  private String stopped = "testssl.sh did not come to its end";

  TestsslTarget(String address, int port) {
    this.endpoint = Endpoint.tcp(address, port);
  }

  void finding(String id, String severity, String text) {
    if (severity.equals("FATAL")) {
      stopped = "testssl.sh gave up: " + text;
      fatal = true;
    }
    Optional<String> version =
        id.matches("SSLv[23]|TLS1(_[123])?") ? VersionLabels.label(id) : Optional.empty();
    Matcher cipher = CIPHER.matcher(id);
    if (version.isPresent()) {
      version(version.get(), text);
    } else if (cipher.matches()) {
      cipher(cipher, text);
    } else if (WEAKNESSES.containsKey(id)) {
      weakness(WEAKNESSES.getOrDefault(id, ""), text.toLowerCase(Locale.ROOT));
    } else {
      other(id, text);
    }
  }

  private boolean fatal;

  private void version(String version, String text) {
    if (text.startsWith("not offered")) {
      suites.refuses(version);
    } else if (text.startsWith("offered") || text.startsWith("supported")) {
      suites.accepts(version);
    } else {
      suites.undecided(version, "testssl.sh says: " + text);
    }
  }

  private void cipher(Matcher id, String text) {
    Optional<String> version = VersionLabels.label(id.group(1) + id.group(2));
    String[] words = text.strip().split("\\s+");
    String name = TlsSuiteNames.byCode(id.group(3)).orElse(words[words.length - 1]);
    version.ifPresent(v -> suites.suite(v, name));
    Matcher field = FIELD.matcher(text);
    if (field.find()) {
      suites.field(Integer.parseInt(field.group(1)));
    }
  }

  private void weakness(String name, String text) {
    if (text.startsWith("not offered") || text.startsWith("not vulnerable")) {
      suites.weakness(name, false);
    } else if (text.startsWith("offered") || text.startsWith("vulnerable")) {
      suites.weakness(name, true);
    }
  }

  private void other(String id, String text) {
    String name = id.replaceFirst(" .*", "");
    switch (name) {
      case "cert" -> ReportedCertificate.parse(text).ifPresent(leaves::add);
      case "intermediate_cert" -> ReportedCertificate.parse(text).ifPresent(others::add);
      case "certs_countServer" -> served = text.strip();
      case "cert_notAfter" ->
          until = text.replaceFirst(".*?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d).*", "$1");
      case "cert_expirationStatus" -> remaining = text;
      case "secure_renego" -> {
        if (text.startsWith("supported")) {
          suites.weakness("no-secure-renegotiation", false);
        } else if (text.startsWith("not supported") || text.startsWith("VULNERABLE")) {
          suites.weakness("no-secure-renegotiation", true);
        }
      }
      case "FS_ECDHE_curves" -> {
        for (String curve : text.strip().split("\\s+")) {
          String lower = curve.toLowerCase(Locale.ROOT);
          suites.group(lower.equals("prime256v1") ? "secp256r1" : lower);
        }
      }
      case "scanTime" -> {
        if (!fatal && text.matches("\\d+")) {
          stopped = "";
        }
      }
      default -> {}
    }
  }

  /**
   * Holds the facts.
   *
   * @param allSuites whether the run asked for every suite
   */
  void tell(HeldFacts facts, boolean allSuites) {
    if (!stopped.isEmpty() || fatal) {
      suites.distrust(stopped);
    }
    if (suites.isEmpty()) {
      facts.undetermined(
          TlsVersions.class,
          endpoint.toString(),
          stopped.isEmpty() ? "versions were not tested" : stopped);
      return;
    }
    suites.tell(facts, endpoint.toString(), allSuites && stopped.isEmpty() && suites.isWhole());
    certificate(facts);
  }

  private void certificate(HeldFacts facts) {
    if (leaves.isEmpty()) {
      return;
    }
    List<X509Certificate> chain = new ArrayList<>(List.of(leaves.getFirst()));
    chain.addAll(others);
    Optional<Instant> on = day();
    boolean all =
        leaves.size() == 1
            && served.equals(String.valueOf(chain.size()))
            && on.isPresent()
            && stopped.isEmpty();
    Instant when = on.orElseGet(() -> leaves.getFirst().getNotBefore().toInstant().plusSeconds(1));
    ReportedCertificate.fact(chain, all, when, on.map(ReportedCertificate::day).orElse("not told"))
        .ifPresent(c -> ReportedCertificate.tell(facts, endpoint.toString(), c, all));
  }

  /** The day of the run follows from the end of validity and the days that are left until then. */
  private Optional<Instant> day() {
    Matcher left =
        BoundedPattern.compile("(\\d{1,5}) (?:>=|<|<=|>)? ?\\d* ?days.*").matcher(remaining);
    if (remaining.startsWith("expired") || !left.matches()) {
      return remaining.startsWith("expired")
          ? Optional.of(leaves.getFirst().getNotAfter().toInstant().plusSeconds(1))
          : Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.parse(until, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT))
              .minusDays(Long.parseLong(left.group(1)))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
