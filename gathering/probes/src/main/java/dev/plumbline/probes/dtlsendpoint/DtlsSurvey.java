package dev.plumbline.probes.dtlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.probes.dtlsendpoint.Flight.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which versions and cipher suites a server takes, one question a choice. */
final class DtlsSurvey {
  private static final int MOST_CHOICES = 120;

  private final DtlsHandshakes handshakes;
  private final Map<DtlsVersion, Flight> firsts = new EnumMap<>(DtlsVersion.class);
  private final Map<DtlsVersion, List<Integer>> suites = new EnumMap<>(DtlsVersion.class);
  private final Map<DtlsVersion, String> gaps = new EnumMap<>(DtlsVersion.class);
  private final List<Flight> flights = new ArrayList<>();
  private boolean cookie;

  DtlsSurvey(DtlsHandshakes handshakes) {
    this.handshakes = handshakes;
  }

  /**
   * Asks for each version, then for all suites of those that it takes.
   *
   * @return why nothing is known; empty when it speaks DTLS
   */
  Optional<Flight> ask() throws InterruptedException {
    for (DtlsVersion version : List.of(DtlsVersion.V12, DtlsVersion.V10, DtlsVersion.V13)) {
      Flight first = asked(version, codes(version));
      firsts.put(version, first);
      if (version == DtlsVersion.V12
          && (first.state() == State.UNREACHABLE
              || (first.state() == State.SILENT && !first.cookie()))) {
        return Optional.of(first);
      }
      if (first.agreed(version)) {
        suites.put(version, choices(version, first));
      }
    }
    // A cookie is soon sent; only a choice or a refusal shows that somebody reads what is asked.
    return tried().isEmpty() ? Optional.ofNullable(firsts.get(DtlsVersion.V12)) : Optional.empty();
  }

  private Flight asked(DtlsVersion version, List<Integer> offered) throws InterruptedException {
    Flight flight = handshakes.ask(version, offered);
    cookie |= flight.cookie();
    if (flight.state() == State.AGREED) {
      flights.add(flight);
    }
    return flight;
  }

  private static List<Integer> codes(DtlsVersion version) {
    List<CipherSuite> all =
        version == DtlsVersion.V13 ? CodeBook.TLS13_SUITES : CodeBook.CLASSIC_SUITES;
    return all.stream().map(CipherSuite::code).toList();
  }

  private List<Integer> choices(DtlsVersion version, Flight first) throws InterruptedException {
    Set<Integer> left = new LinkedHashSet<>(codes(version));
    List<Integer> chosen = new ArrayList<>();
    Flight flight = first;
    while (flight.agreed(version) && left.remove(flight.suite())) {
      chosen.add(flight.suite());
      if (left.isEmpty()) {
        return chosen;
      }
      if (chosen.size() >= MOST_CHOICES) {
        gaps.put(version, "more than " + MOST_CHOICES + " were not asked for");
        return chosen;
      }
      flight = asked(version, List.copyOf(left));
    }
    if (flight.state() != State.REFUSED) {
      gaps.put(
          version,
          flight.state() == State.AGREED
              ? "it chose what was not offered"
              : "it stopped answering: " + flight.reason());
    }
    return chosen;
  }

  TlsVersions versions() {
    List<String> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    firsts.forEach(
        (version, flight) -> {
          if (flight.agreed(version)) {
            accepted.add(version.label());
            return;
          }
          boolean other = flight.state() == State.AGREED;
          (other || flight.state() == State.REFUSED ? refused : undecided).add(version.label());
          reasons.put(
              version.label(),
              other
                  ? "chose " + flight.version().map(DtlsVersion::label).orElse("another")
                  : flight.reason());
        });
    return new TlsVersions(
        accepted,
        refused,
        undecided.isEmpty() ? Optional.empty() : Optional.of(undecided),
        Optional.of(reasons),
        Optional.empty(),
        tried(),
        Optional.empty());
  }

  /** Versions that got an answer. */
  private List<String> tried() {
    return firsts.entrySet().stream()
        .filter(e -> e.getValue().state() == State.AGREED || e.getValue().state() == State.REFUSED)
        .map(e -> e.getKey().label())
        .toList();
  }

  TlsSuites suites(int asked) {
    Map<String, List<String>> byVersion = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    suites.forEach(
        (version, codes) -> {
          List<String> names = codes.stream().map(c -> CodeBook.suite(c).name()).toList();
          byVersion.put(version.label(), names);
          all.addAll(names);
        });
    List<String> left =
        gaps.entrySet().stream().map(e -> e.getKey().label() + ": " + e.getValue()).toList();
    return new TlsSuites(
        List.copyOf(all),
        byVersion,
        Optional.empty(),
        left.isEmpty() ? Optional.empty() : Optional.of(left),
        asked,
        complete());
  }

  /** Whether every version has an answer, and the list of its suites no gap. */
  private boolean complete() {
    return gaps.isEmpty() && tried().size() == DtlsVersion.values().length;
  }

  /** The certificates that were shown first. */
  List<byte[]> chain() {
    return flights.stream()
        .map(Flight::chain)
        .filter(c -> !c.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  DtlsEndpoint endpoint(int asked) {
    boolean psk =
        suites.values().stream()
            .flatMap(List::stream)
            .anyMatch(c -> CodeBook.suite(c).name().contains("PSK"));
    return new DtlsEndpoint(
        true,
        Optional.of(cookie),
        Optional.of(psk),
        flights.stream().flatMap(f -> f.hint().stream()).findFirst(),
        Optional.of(flights.stream().anyMatch(Flight::asksCertificate)),
        Optional.of((long) asked),
        Optional.empty());
  }
}
