package dev.plumbline.probes.tlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * testssl.sh and sslscan as second and third opinion about nginx and lighttpd. Every fact that they
 * tell too has to be the same; what differs for a reason is listed in docs/tool-agreement.md.
 */
@Tag("peers")
class TlsAgreementPeerTest {
  private static final String ADDRESS = "127.77.20.3";
  private static final String EVERYTHING =
      "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:@SECLEVEL=0;"
          + " ssl_prefer_server_ciphers on;";

  /** The questions of testssl.sh whose answers are compared; all of them take two minutes. */
  private static final List<String> ASKED =
      List.of(
          "--protocols",
          "--std",
          "--server-preference",
          "--fs",
          "--server-defaults",
          "--heartbleed",
          "--renegotiation",
          "--crime",
          "--tls-fallback",
          "--beast",
          "--logjam");

  private static final List<String> TLS12_UP = List.of("TLSv1.2", "TLSv1.3");

  @TempDir static Path directory;

  @BeforeAll
  static void makeKeys() {
    TestKeys.selfSigned(directory, "server", "rsa:2048", "-days", "90");
  }

  @Test
  void sslscanTellsTheSameOfNginxWithEverything() throws Exception {
    try (ServerProcess server = WebServers.nginx(ADDRESS, directory, EVERYTHING)) {
      sslscanAgrees(server.endpoint());
    }
  }

  @Test
  void sslscanTellsTheSameOfNginxAsItComes() throws Exception {
    try (ServerProcess server = WebServers.nginx(ADDRESS, directory, "")) {
      sslscanAgrees(server.endpoint());
    }
  }

  @Test
  void sslscanTellsTheSameOfLighttpdAsItComesAndWithTls12() throws Exception {
    try (ServerProcess server = WebServers.lighttpd(ADDRESS, directory, "")) {
      sslscanAgrees(server.endpoint());
    }
    String tls12 = "ssl.openssl.ssl-conf-cmd = (\"MinProtocol\" => \"TLSv1.2\")";
    try (ServerProcess server = WebServers.lighttpd(ADDRESS, directory, tls12)) {
      sslscanAgrees(server.endpoint());
    }
  }

  private static void sslscanAgrees(Endpoint endpoint)
      throws IOException, ParserConfigurationException, SAXException {
    Path file = directory.resolve("sslscan.xml");
    ServerProcess.run(
        directory,
        List.of(
            "sslscan", "--xml=" + file, "--show-sigs", endpoint.address() + ":" + endpoint.port()));
    Document scan =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    Result ours = TlsTiming.trial(endpoint);

    List<String> versions = new ArrayList<>();
    for (Element e : all(scan, "protocol")) {
      if (e.getAttribute("enabled").equals("1")) {
        String name = e.getAttribute("type").equals("ssl") ? "SSLv" : "TLSv";
        versions.add(name + e.getAttribute("version"));
      }
    }
    assertThat(ours.one("tls.versions").texts("accepted")).isEqualTo(versions);

    Map<String, List<String>> suites = new TreeMap<>();
    for (Element e : all(scan, "cipher")) {
      suites
          .computeIfAbsent(e.getAttribute("sslversion"), v -> new ArrayList<>())
          .add(CodeBook.suite(code(e)).name());
    }
    Observation suitesSeen = ours.one("tls.suites");
    Map<?, ?> byVersion = (Map<?, ?>) suitesSeen.value().getOrDefault("byVersion", Map.of());
    assertThat(byVersion.keySet()).hasSameSizeAs(suites.keySet());
    boolean ordered = suitesSeen.flag("serverOrder").orElse(false);
    suites.forEach(
        (version, names) -> {
          List<String> mine = texts(byVersion.get(version));
          assertThat(new TreeSet<>(mine)).as(version).isEqualTo(new TreeSet<>(names));
          if (ordered) {
            assertThat(mine).as(version).isEqualTo(names);
          }
        });

    // sslscan 2.1.5 does not know the hybrid groups; see docs/tool-agreement.md.
    List<String> groups = new ArrayList<>(ours.one("tls.groups").texts("accepted"));
    groups.removeIf(name -> name.contains("MLKEM"));
    assertThat(new TreeSet<>(groups)).isEqualTo(codes(scan, "group", CodeBook::group));
    // Where its own suites for that question are refused, sslscan lists none of TLS 1.2.
    Set<String> signatures = codes(scan, "connection-signature-algorithm", CodeBook::signature);
    Set<String> mySignatures = new TreeSet<>(ours.one("tls.signatures").texts("accepted"));
    assertThat(mySignatures).containsAll(signatures);
    if (signaturesOf(scan).containsAll(versions.stream().filter(TLS12_UP::contains).toList())) {
      assertThat(mySignatures).isEqualTo(signatures);
    }

    Observation weaknesses = ours.one("tls.weaknesses");
    agrees(weaknesses, "no-fallback-scsv", !flag(scan, "fallback", "supported"));
    agrees(weaknesses, "compression", flag(scan, "compression", "supported"));
    // sslscan judges renegotiation only where it manages to renegotiate.
    if (flag(scan, "renegotiation", "supported")) {
      agrees(weaknesses, "no-secure-renegotiation", !flag(scan, "renegotiation", "secure"));
    }
    Observation certificate = ours.one("tls.certificate");
    Element key = all(scan, "pk").getFirst();
    assertThat(certificate.number("keyBits")).contains(Long.parseLong(key.getAttribute("bits")));
    assertThat(certificate.texts("faults").contains("expired"))
        .isEqualTo(all(scan, "expired").getFirst().getTextContent().equals("true"));
    assertThat(certificate.flag("selfSigned"))
        .contains(all(scan, "self-signed").getFirst().getTextContent().equals("true"));
  }

  @Test
  void testsslTellsTheSameOfNginxWithEverything() throws IOException {
    try (ServerProcess server = WebServers.nginx(ADDRESS, directory, EVERYTHING)) {
      Endpoint endpoint = server.endpoint();
      Path file = directory.resolve("testssl.json");
      String text =
          ServerProcess.run(
              directory,
              Stream.of(
                      Stream.of("testssl", "--fast", "--warnings", "batch", "--color", "0"),
                      ASKED.stream(),
                      Stream.of("--nodns", "none", "--jsonfile", file.toString()),
                      Stream.of(endpoint.address() + ":" + endpoint.port()))
                  .flatMap(s -> s)
                  .toList());
      assertThat(file).as(text).exists();
      Map<String, String> facts = new HashMap<>();
      for (JsonNode fact : JsonMapper.shared().readTree(Files.readString(file))) {
        facts.put(fact.path("id").asString(), fact.path("finding").asString());
      }
      testsslAgrees(TlsTiming.trial(endpoint), facts);
    }
  }

  private static void testsslAgrees(Result ours, Map<String, String> facts) {
    List<String> accepted = ours.one("tls.versions").texts("accepted");
    Map.of(
            "SSLv2", "SSLv2", "SSLv3", "SSLv3", "TLS1", "TLSv1.0", "TLS1_1", "TLSv1.1", "TLS1_2",
            "TLSv1.2", "TLS1_3", "TLSv1.3")
        .forEach(
            (theirs, version) ->
                assertThat(accepted.contains(version))
                    .as(version)
                    .isEqualTo(fact(facts, theirs).startsWith("offered")));
    Observation weaknesses = ours.one("tls.weaknesses");
    agrees(weaknesses, "null-cipher", offered(facts, "cipherlist_NULL"));
    agrees(weaknesses, "anonymous", offered(facts, "cipherlist_aNULL"));
    agrees(weaknesses, "export", offered(facts, "cipherlist_EXPORT"));
    agrees(weaknesses, "3des", offered(facts, "cipherlist_3DES_IDEA"));
    agrees(weaknesses, "des", offered(facts, "cipherlist_LOW"));
    agrees(
        weaknesses, "no-secure-renegotiation", !fact(facts, "secure_renego").equals("supported"));
    agrees(weaknesses, "client-renegotiation", isVulnerable(facts, "secure_client_renego"));
    agrees(weaknesses, "compression", isVulnerable(facts, "CRIME_TLS"));
    agrees(weaknesses, "no-fallback-scsv", !fact(facts, "fallback_SCSV").equals("supported"));
    agrees(weaknesses, "cbc-tls10", facts.containsKey("BEAST_CBC_TLS1"));
    agrees(weaknesses, "weak-dh", !fact(facts, "LOGJAM-common_primes").startsWith("no DH key"));
    agrees(weaknesses, "heartbeat", !fact(facts, "heartbleed").contains("no heartbeat"));
    // testssl.sh can hang up before a ticket comes that TLS 1.3 sends late; its "no" is then none.
    if (fact(facts, "sessionresumption_ticket").equals("supported")) {
      agrees(weaknesses, "ticket-reuse", true);
    }
    assertThat(ours.one("tls.suites").flag("serverOrder"))
        .contains(fact(facts, "cipher_order").equals("server"));
    Observation certificate = ours.one("tls.certificate");
    assertThat(fact(facts, "cert_fingerprintSHA256"))
        .isEqualToIgnoringCase(certificate.text("sha256"));
    assertThat(fact(facts, "cert_keySize"))
        .startsWith("RSA " + certificate.number("keyBits").orElse(0L) + " bits");
    assertThat(fact(facts, "cert_notAfter")).startsWith(certificate.text("notAfter"));
    assertThat(fact(facts, "cert_chain_of_trust").contains("self signed"))
        .isEqualTo(certificate.texts("faults").contains("self-signed"));
    // testssl.sh lists curves by OpenSSL's names, and the finite fields in another place.
    TreeSet<String> curves = new TreeSet<>();
    for (String name :
        (fact(facts, "FS_ECDHE_curves") + " " + facts.getOrDefault("FS_KEMs", "")).split(" ")) {
      curves.add(name.equals("prime256v1") ? "secp256r1" : name.replaceFirst("^X(?=\\d+$)", "x"));
    }
    List<String> groups = new ArrayList<>(ours.one("tls.groups").texts("accepted"));
    groups.removeIf(name -> name.startsWith("ffdhe"));
    assertThat(new TreeSet<>(groups)).isEqualTo(curves);
  }

  private static Set<String> signaturesOf(Document scan) {
    Set<String> versions = new TreeSet<>();
    all(scan, "connection-signature-algorithm")
        .forEach(e -> versions.add(e.getAttribute("sslversion")));
    return versions;
  }

  private static String fact(Map<String, String> facts, String id) {
    String finding = facts.get(id);
    if (finding == null) {
      throw new AssertionError("testssl.sh tells nothing of " + id);
    }
    return finding;
  }

  private static boolean offered(Map<String, String> facts, String id) {
    return fact(facts, id).equals("offered");
  }

  private static boolean isVulnerable(Map<String, String> facts, String id) {
    return !fact(facts, id).startsWith("not vulnerable");
  }

  private static void agrees(Observation weaknesses, String name, boolean found) {
    assertThat(weaknesses.texts(found ? "found" : "absent")).contains(name);
  }

  private interface Names {
    String of(int code);
  }

  private static Set<String> codes(Document scan, String tag, Names names) {
    TreeSet<String> all = new TreeSet<>();
    all(scan, tag).forEach(e -> all.add(names.of(code(e))));
    return all;
  }

  private static int code(Element element) {
    return Integer.parseInt(element.getAttribute("id").substring(2), 16);
  }

  private static boolean flag(Document scan, String tag, String attribute) {
    return all(scan, tag).getFirst().getAttribute(attribute).equals("1");
  }

  private static List<Element> all(Document scan, String tag) {
    NodeList nodes = scan.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(@Nullable Object values) {
    return values instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
