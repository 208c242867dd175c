package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.traffic.TrafficClearText;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficRequests;
import dev.plumbline.observation.traffic.TrafficTls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What captures show of the connections that a row is about. A capture refutes: it proves neither
 * that something does not happen nor that it never will.
 */
record Captured(Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions) {
  static final List<String> KEYS =
      Kinds.keys(
          TrafficClearText.class, TrafficTls.class, TrafficRequests.class, TrafficContacts.class);

  private static final String CLIENT = "client";

  /** Connections that others opened to the device. */
  void served(Endpoint at) {
    facts.seen(TrafficClearText.class, at.toString()).forEach(this::exposed);
    facts.seen(TrafficTls.class, at.toString()).forEach(s -> handshakes(s, false));
  }

  /** Connections that the device opened to a host that the row's interface or its test names. */
  void called() {
    Set<String> hosts = hosts();
    if (hosts.isEmpty()) {
      return;
    }
    called(TrafficClearText.class, hosts)
        .filter(s -> s.fact().deviceIs().equals(CLIENT))
        .forEach(this::exposed);
    called(TrafficTls.class, hosts)
        .filter(s -> s.fact().deviceIs().equals(CLIENT))
        .forEach(s -> handshakes(s, true));
    called(TrafficRequests.class, hosts)
        .filter(s -> s.fact().deviceIs().equals(CLIENT))
        .forEach(this::requests);
  }

  private <F extends Fact> Stream<Seen<F>> called(Class<F> kind, Set<String> hosts) {
    return facts.seen(kind).stream()
        .filter(s -> names(s.subject()).stream().anyMatch(n -> isNamed(hosts, n)));
  }

  /** What is readable counts whatever the row claims; a mere number counts against a claim. */
  private void exposed(Seen<TrafficClearText> seen) {
    boolean claims = declared.secureTransport();
    for (TrafficClearText.Exposed found : seen.fact().found()) {
      String kind = found.kind();
      String place = found.place();
      boolean secret = !kind.equals("marker") || place.contains("password");
      if (secret || claims) {
        questions.against(
            "a "
                + (kind.equals("marker") ? "value of the dossier" : kind)
                + " crossed "
                + seen.subject()
                + " readable: "
                + place,
            seen.observation());
      }
    }
  }

  private void handshakes(Seen<TrafficTls> seen, boolean byDevice) {
    if (!declared.secureTransport()) {
      return;
    }
    Observation o = seen.observation();
    for (TrafficTls.Handshake handshake : seen.fact().handshakes()) {
      String version = handshake.version().orElse("");
      String suite = handshake.suite().orElse("");
      List<String> versions = new ArrayList<>(List.of(version));
      if (byDevice) {
        handshake.offeredVersions().ifPresent(versions::addAll);
      }
      versions.stream()
          .filter(v -> !v.isEmpty() && !isGuess(handshake, v) && !declared.has(v))
          .distinct()
          .forEach(v -> deviates(o, byDevice, v, other -> other.has(v)));
      if (!suite.isEmpty() && TlsSuite.parse(suite).isPresent() && !declared.covers(suite)) {
        deviates(o, byDevice, suite, other -> other.covers(suite));
      }
    }
  }

  /** A hello without a list of versions names the highest one alone, at times by a lower number. */
  private static boolean isGuess(TrafficTls.Handshake handshake, String version) {
    return !version.equals(handshake.version().orElse(""))
        && handshake.offeredVersions().filter(o -> o.size() == 1).isPresent();
  }

  private void deviates(
      Observation o, boolean byDevice, String what, Predicate<DeclaredAlgorithms> allows) {
    String seen =
        "a captured handshake "
            + (byDevice ? "of the device with " : "at ")
            + o.subject()
            + " has "
            + what;
    Optional<IxitEntry> other = byDevice ? beside(allows) : Optional.empty();
    if (other.isPresent()) {
      questions.gap(
          seen
              + ", which "
              + other.get().id()
              + " declares over the same interface; which of the two it was, a capture does not"
              + " tell",
          new Remedy.NameClient("the server that the device calls for " + row.id()));
    } else {
      questions.against(seen, o);
    }
  }

  /** Another row over an interface of this one that allows what was seen; no host tells them. */
  private Optional<IxitEntry> beside(Predicate<DeclaredAlgorithms> allows) {
    if (!Callings.of(facts, row).isEmpty()) {
      return Optional.empty();
    }
    List<String> interfaces = row.texts("interface");
    return Declared.of(facts).table(TableRole.COMMUNICATION_MECHANISMS).stream()
        .filter(other -> !other.subject().equals(row.subject()))
        .filter(other -> other.texts("interface").stream().anyMatch(interfaces::contains))
        .filter(other -> DeclaredAlgorithms.of(other).secureTransport())
        .filter(other -> allows.test(DeclaredAlgorithms.of(other)))
        .findFirst();
  }

  /** Requests in clear text to somebody with whom the row says that TLS is spoken. */
  private void requests(Seen<TrafficRequests> seen) {
    int sent = seen.fact().requests().size();
    if (declared.secureTransport() && sent > 0) {
      questions.against(
          "the device sent " + sent + " requests in clear text to " + seen.subject(),
          seen.observation());
    }
  }

  /** Hosts of the client tests that are about the row; else the contacts of its interfaces. */
  private Set<String> hosts() {
    Set<String> hosts = new HashSet<>();
    Callings.of(facts, row).stream().map(ClientTest::host).forEach(hosts::add);
    if (hosts.isEmpty() && row.texts("endpoints").isEmpty()) {
      interfaces().flatMap(i -> i.texts("contacts").stream()).forEach(hosts::add);
    }
    return hosts;
  }

  private Stream<IxitEntry> interfaces() {
    List<String> named = row.texts("interface");
    return Declared.of(facts).logicalInterfaces().stream()
        .filter(i -> named.contains(i.id()) || named.contains(i.subject()));
  }

  private Set<String> names(String subject) {
    Set<String> names = new HashSet<>();
    for (Seen<TrafficContacts> contact : facts.seen(TrafficContacts.class, subject)) {
      contact.fact().names().ifPresent(names::addAll);
      Map<String, List<String>> details = contact.fact().details().orElse(Map.of());
      names.addAll(details.getOrDefault("host", List.of()));
      names.addAll(details.getOrDefault("sni", List.of()));
    }
    facts.seen(TrafficRequests.class, subject).stream()
        .flatMap(s -> s.fact().requests().stream())
        .flatMap(r -> r.host().stream())
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
}
