package dev.plumbline.benchmarks;

import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that several of the programs tell.
 *
 * @param versions accepted, as Plumbline names them
 * @param suites number accepted by version, those with 3DES left out; empty where they are not told
 * @param tripleDes whether a suite with 3DES is accepted, where it is told
 * @param certificate its SHA-256 fingerprint in lower case; empty where it is not told
 * @param key kind and bits of the certificate's key; empty where they are not told
 */
record TlsFacts(
    Set<String> versions,
    Map<String, Integer> suites,
    Optional<Boolean> tripleDes,
    String certificate,
    String key) {
  static final TlsFacts NONE = new TlsFacts(Set.of(), Map.of(), Optional.empty(), "", "");

  private static final Pattern PROTOCOL =
      Pattern.compile("<protocol type=\"(ssl|tls)\" version=\"([0-9.]+)\" enabled=\"1\"");
  private static final Pattern CIPHER =
      Pattern.compile(
          "<cipher status=\"(?:accepted|preferred)\" sslversion=\"([^\"]+)\"[^>]* cipher=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("(\\w+) (\\d+) bits");
  private static final Map<String, String> TESTSSL_VERSIONS =
      Map.of(
          "SSLv2", "SSLv2",
          "SSLv3", "SSLv3",
          "TLS1", "TLSv1.0",
          "TLS1_1", "TLSv1.1",
          "TLS1_2", "TLSv1.2",
          "TLS1_3", "TLSv1.3");

  static TlsFacts ofOurs(ProbeTrial.Result result) {
    TlsCertificate certificate = result.fact(TlsCertificate.class);
    TlsSuites accepted = result.fact(TlsSuites.class);
    Map<String, Integer> suites = new TreeMap<>();
    accepted
        .byVersion()
        .forEach(
            (version, names) ->
                names.stream()
                    .filter(n -> !n.contains("3DES"))
                    .forEach(n -> suites.merge(version, 1, Integer::sum)));
    return new TlsFacts(
        new TreeSet<>(result.fact(TlsVersions.class).accepted()),
        suites,
        Optional.of(accepted.accepted().stream().anyMatch(n -> n.contains("3DES"))),
        hex(certificate.sha256()),
        certificate.keyAlgorithm().orElse("") + " " + certificate.keyBits().orElse(0));
  }

  /** As Debian builds it, sslscan cannot offer 3DES; of an EC key it tells half the bits. */
  static TlsFacts ofSslscan(String xml) {
    Set<String> versions = new TreeSet<>();
    PROTOCOL.matcher(xml).results().forEach(m -> versions.add(version(m)));
    Map<String, Integer> suites = new TreeMap<>();
    CIPHER
        .matcher(xml)
        .results()
        .filter(m -> !m.group(2).contains("DES-CBC3"))
        .forEach(m -> suites.merge(m.group(1), 1, Integer::sum));
    return new TlsFacts(versions, suites, Optional.empty(), "", "");
  }

  /** With {@code --fast} it tells kinds of suites, not each. */
  static TlsFacts ofTestssl(String json) {
    Set<String> versions = new TreeSet<>();
    Optional<Boolean> tripleDes = Optional.empty();
    String certificate = "";
    String key = "";
    for (JsonNode fact : JsonMapper.shared().readTree(json)) {
      String id = fact.path("id").asString();
      String finding = fact.path("finding").asString();
      if (TESTSSL_VERSIONS.containsKey(id) && finding.startsWith("offered")) {
        versions.add(String.valueOf(TESTSSL_VERSIONS.get(id)));
      } else if (id.equals("cipherlist_3DES_IDEA")) {
        tripleDes = Optional.of(finding.startsWith("offered"));
      } else if (id.startsWith("cert_fingerprintSHA256")) {
        certificate = hex(finding);
      } else if (id.startsWith("cert_keySize")) {
        key = KEY.matcher(finding).results().findFirst().map(TlsFacts::key).orElse("");
      }
    }
    return new TlsFacts(versions, Map.of(), tripleDes, certificate, key);
  }

  private static String version(MatchResult m) {
    return (m.group(1).equals("ssl") ? "SSLv" : "TLSv") + m.group(2);
  }

  private static String hex(String text) {
    return text.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
  }

  private static String key(MatchResult m) {
    return m.group(1) + " " + m.group(2);
  }

  /** What another program tells otherwise; what it does not tell is no difference. */
  List<String> differences(String name, TlsFacts other) {
    List<String> all = new ArrayList<>();
    if (!versions.equals(other.versions)) {
      all.add(name + " has versions " + other.versions);
    }
    if (!other.suites.isEmpty() && !other.suites.equals(suites)) {
      all.add(name + " has suites " + other.suites);
    }
    if (other.tripleDes.isPresent() && !other.tripleDes.equals(tripleDes)) {
      all.add(name + " has 3DES " + other.tripleDes.get());
    }
    if (!other.certificate.isEmpty() && !other.certificate.equals(certificate)) {
      all.add(name + " has another certificate");
    }
    if (!other.key.isEmpty() && !other.key.equals(key)) {
      all.add(name + " has the key " + other.key);
    }
    return all;
  }

  @Override
  public String toString() {
    return versions.size()
        + " versions, "
        + suites.values().stream().mapToInt(i -> i).sum()
        + " suites over them and "
        + (tripleDes.orElse(false) ? "3DES" : "no 3DES")
        + ", certificate "
        + key;
  }
}
