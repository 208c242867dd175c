package dev.plumbline.checks;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What captures show of the connections that a row is about. A capture refutes: it proves neither
 * that something does not happen nor that it never will.
 */
record Captured(Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions) {
  static final String HANDSHAKES = "traffic.tls";
  static final String REQUESTS = "traffic.requests";
  static final List<String> KEYS =
      List.of(Traffic.CLEAR_TEXT, HANDSHAKES, REQUESTS, Traffic.CONTACTS);

  /** Connections that others opened to the device. */
  void served(Endpoint at) {
    seen(Traffic.CLEAR_TEXT, at.toString()).forEach(this::exposed);
    seen(HANDSHAKES, at.toString()).forEach(o -> handshakes(o, false));
  }

  /** Connections that the device opened to a host that the row's interface or its test names. */
  void called() {
    Set<String> hosts = hosts();
    if (hosts.isEmpty()) {
      return;
    }
    Stream.of(Traffic.CLEAR_TEXT, HANDSHAKES, REQUESTS)
        .flatMap(k -> facts.observations(k).stream())
        .filter(Observation::seen)
        .filter(o -> o.text("deviceIs").equals("client"))
        .filter(o -> names(o.subject()).stream().anyMatch(n -> isNamed(hosts, n)))
        .forEach(
            o -> {
              switch (o.key()) {
                case Traffic.CLEAR_TEXT -> exposed(o);
                case HANDSHAKES -> handshakes(o, true);
                default -> requests(o);
              }
            });
  }

  /** What is readable counts whatever the row claims; a mere number counts against a claim. */
  private void exposed(Observation o) {
    boolean claims = declared.secureTransport();
    for (Map<?, ?> found : Traffic.maps(o, "found")) {
      String kind = String.valueOf(found.get("kind"));
      String place = String.valueOf(found.get("place"));
      boolean secret = !kind.equals("marker") || place.contains("password");
      if (secret || claims) {
        questions.against(
            "a "
                + (kind.equals("marker") ? "value of the dossier" : kind)
                + " crossed "
                + o.subject()
                + " readable: "
                + place,
            o);
      }
    }
  }

  private void handshakes(Observation o, boolean byDevice) {
    if (!declared.secureTransport()) {
      return;
    }
    for (Map<?, ?> handshake : Traffic.maps(o, "handshakes")) {
      String version = text(handshake, "version");
      String suite = text(handshake, "suite");
      List<String> versions = new ArrayList<>(List.of(version));
      if (byDevice) {
        versions.addAll(texts(handshake, "offeredVersions"));
      }
      versions.stream()
          .filter(v -> !v.isEmpty() && !isGuess(handshake, v) && !declared.has(v))
          .distinct()
          .forEach(v -> against(o, byDevice, v));
      if (!suite.isEmpty() && TlsSuite.parse(suite).isPresent() && !declared.covers(suite)) {
        against(o, byDevice, suite);
      }
    }
  }

  /** A hello without a list of versions names the highest one alone, at times by a lower number. */
  private static boolean isGuess(Map<?, ?> handshake, String version) {
    return !version.equals(handshake.get("version"))
        && texts(handshake, "offeredVersions").size() == 1;
  }

  private void against(Observation o, boolean byDevice, String what) {
    questions.against(
        "a captured handshake "
            + (byDevice ? "of the device with " : "at ")
            + o.subject()
            + " has "
            + what,
        o);
  }

  /** Requests in clear text to somebody with whom the row says that TLS is spoken. */
  private void requests(Observation o) {
    if (declared.secureTransport() && !Traffic.maps(o, "requests").isEmpty()) {
      questions.against(
          "the device sent "
              + Traffic.maps(o, "requests").size()
              + " requests in clear text to "
              + o.subject(),
          o);
    }
  }

  private Stream<Observation> seen(String key, String subject) {
    return facts.observations(key, subject).stream().filter(Observation::seen);
  }

  /** Hosts of the client tests that are about the row; else the contacts of its interfaces. */
  private Set<String> hosts() {
    Set<String> hosts = new HashSet<>();
    Callings.of(facts, row).stream().map(ClientTest::host).forEach(hosts::add);
    if (hosts.isEmpty() && row.texts("endpoints").isEmpty()) {
      String partner = row.text("partner");
      interfaces()
          .flatMap(i -> i.texts("contacts").stream())
          .filter(c -> !c.equals("local-network") || !partner.equals("associated-service"))
          .forEach(hosts::add);
    }
    return hosts;
  }

  private Stream<IxitEntry> interfaces() {
    int table =
        facts.catalogue().edition().id() == EditionId.V2_1_1
            ? 15
            : Declared.of(facts).logicalTable();
    List<String> named = row.texts("interface");
    return Declared.of(facts).table(table).stream()
        .filter(i -> named.contains(i.id()) || named.contains(i.subject()));
  }

  private Set<String> names(String subject) {
    Set<String> names = new HashSet<>();
    facts.observations(Traffic.CONTACTS, subject).stream()
        .filter(Observation::seen)
        .forEach(
            o -> {
              names.addAll(o.texts("names"));
              if (o.value().get("details") instanceof Map<?, ?> details) {
                names.addAll(texts(details, "host"));
                names.addAll(texts(details, "sni"));
              }
            });
    facts.observations(REQUESTS, subject).stream()
        .filter(Observation::seen)
        .flatMap(o -> Traffic.maps(o, "requests").stream())
        .map(r -> text(r, "host"))
        .forEach(names::add);
    Optional<String> address = Endpoint.parse(subject).map(Endpoint::address);
    address.ifPresent(names::add);
    return names;
  }

  private static boolean isNamed(Set<String> declared, String name) {
    String host = name.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return declared.stream()
        .map(d -> d.strip().toLowerCase(Locale.ROOT))
        .anyMatch(d -> d.startsWith("*.") ? host.endsWith(d.substring(1)) : host.equals(d));
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String s ? s : "";
  }

  private static List<String> texts(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
