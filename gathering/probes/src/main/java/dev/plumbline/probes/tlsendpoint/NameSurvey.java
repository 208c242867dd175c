package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.core.Digest;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.HelloResult.Refused;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks whether the server answers otherwise where the client names a host (SNI) or a protocol
 * (ALPN): with other certificates, or with versions and suites that it refuses to a client that
 * names none.
 */
final class NameSurvey {
  private static final int CHUNK = 100;

  private final Function<Greeting, Interrogation> door;
  private final List<VersionResult> base;
  private final Map<ProtocolVersion, List<Integer>> more = new EnumMap<>(ProtocolVersion.class);
  private final Map<ProtocolVersion, List<Agreed>> shown = new EnumMap<>(ProtocolVersion.class);
  private final List<Agreed> opened = new ArrayList<>();
  private final List<TlsVersions.Named> told = new ArrayList<>();
  private final Set<Digest> certificates = new HashSet<>();

  /**
   * @param door asks the endpoint with a greeting
   * @param base what it accepts from a client that names nothing
   */
  NameSurvey(Function<Greeting, Interrogation> door, List<VersionResult> base) {
    this.door = door;
    this.base = List.copyOf(base);
  }

  /** Asks with one greeting. */
  void ask(Greeting greeting, AcceptedOptions groups) throws InterruptedException {
    Interrogation interrogation = door.apply(greeting);
    Optional<VersionResult> newest =
        base.reversed().stream()
            .filter(v -> v.accepted() && v.version().compareTo(ProtocolVersion.TLS10) >= 0)
            .findFirst();
    if (newest.isEmpty()) {
      return;
    }
    ClientHello usual = Hellos.offering(newest.get().version(), newest.get().suites());
    HelloResult answer = interrogation.ask(usual);
    if (!(answer instanceof Agreed agreed)) {
      tell(greeting, answer instanceof Refused ? "refused" : "undecided");
      return;
    }
    interrogation.control(usual);
    List<Agreed> all = new ArrayList<>(List.of(agreed));
    if (!agreed.flight().chain().isEmpty()) {
      opened.add(agreed);
    }
    if (agreed.flight().version() == ProtocolVersion.TLS13
        && Tls13Questions.of(interrogation, base, groups).ask(h -> h)
            instanceof Agreed protectedPart) {
      opened.add(protectedPart);
      all.add(protectedPart);
    }
    if (greeting.protocol().isPresent() && !answeredProtocol(all)) {
      // It leaves such a wish unheard, so that it makes no difference.
      return;
    }
    int extra = 0;
    for (VersionResult version : base) {
      if (version.version().compareTo(ProtocolVersion.TLS10) >= 0) {
        extra += strike(interrogation, version, all);
      }
    }
    boolean other = false;
    for (Agreed each : all) {
      other |= isNew(each.flight());
    }
    tell(greeting, extra > 0 ? "more" : other ? "other certificate" : "same");
  }

  private static boolean answeredProtocol(List<Agreed> all) {
    return all.stream()
        .anyMatch(a -> a.flight().extensions().contains(ClientHello.EXT_PROTOCOL_NAMES));
  }

  /** Certificates that a client met which names nothing. */
  void known(List<Agreed> without) {
    without.forEach(a -> isNew(a.flight()));
  }

  private boolean isNew(ServerFlight flight) {
    return !flight.chain().isEmpty() && certificates.add(Digest.of(flight.chain().getFirst()));
  }

  /** Offers what was not accepted before, and strikes out what is accepted now. */
  private int strike(Interrogation interrogation, VersionResult version, List<Agreed> all)
      throws InterruptedException {
    List<Integer> left =
        new ArrayList<>(
            Hellos.codes(
                version.version() == ProtocolVersion.TLS13
                    ? CodeBook.TLS13_SUITES
                    : CodeBook.CLASSIC_SUITES));
    left.removeAll(version.suites());
    int found = 0;
    while (!left.isEmpty()) {
      List<Integer> chunk = List.copyOf(left.subList(0, Math.min(CHUNK, left.size())));
      HelloResult answer = interrogation.ask(Hellos.offering(version.version(), chunk));
      if (answer instanceof Agreed agreed) {
        int suite = agreed.flight().suites().getFirst();
        more.computeIfAbsent(version.version(), v -> new ArrayList<>()).add(suite);
        shown.computeIfAbsent(version.version(), v -> new ArrayList<>()).add(agreed);
        all.add(agreed);
        left.removeIf(code -> code == suite);
        found++;
      } else if (answer instanceof Refused refused && !refused.ofVersion()) {
        left.removeAll(chunk);
      } else {
        return found;
      }
    }
    return found;
  }

  private void tell(Greeting greeting, String answer) {
    told.add(new TlsVersions.Named(greeting.text(), answer));
  }

  /** What is accepted with any of the greetings. */
  List<VersionResult> merged() {
    return base.stream().map(this::with).toList();
  }

  private VersionResult with(VersionResult version) {
    List<Integer> extra =
        more.getOrDefault(version.version(), List.of()).stream()
            .filter(c -> !version.suites().contains(c))
            .distinct()
            .toList();
    if (extra.isEmpty()) {
      return version;
    }
    List<Integer> suites = new ArrayList<>(version.suites());
    suites.addAll(extra);
    List<Agreed> agreements = new ArrayList<>(version.agreements());
    agreements.addAll(shown.getOrDefault(version.version(), List.of()));
    return new VersionResult(
        version.version(),
        State.ACCEPTED,
        version.accepted() ? version.reason() : "",
        suites,
        !version.accepted() || version.complete(),
        version.serverOrder(),
        agreements);
  }

  /** Handshakes that showed a certificate, one a greeting. */
  List<Agreed> opened() {
    return List.copyOf(opened);
  }

  /** The greetings with what came of them. */
  List<TlsVersions.Named> told() {
    return List.copyOf(told);
  }
}
