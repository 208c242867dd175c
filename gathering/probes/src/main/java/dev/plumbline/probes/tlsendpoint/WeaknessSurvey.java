package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.HelloResult.Refused;
import dev.plumbline.probes.tlsendpoint.Renegotiation.Outcome;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks for the weaknesses that take a question of their own. */
final class WeaknessSurvey {
  private static final List<Integer> DEFLATE_OR_NONE = List.of(1, 0);

  private final Interrogation interrogation;
  private final Weaknesses weaknesses;

  WeaknessSurvey(Interrogation interrogation, Weaknesses weaknesses) {
    this.interrogation = interrogation;
    this.weaknesses = weaknesses;
  }

  /**
   * Asks.
   *
   * @param tls13 what was seen of TLS 1.3's protected part, if anything
   */
  void run(List<VersionResult> versions, Optional<ServerFlight> tls13) throws InterruptedException {
    List<VersionResult> classic =
        versions.stream().filter(v -> ProtocolVersion.CLASSIC.contains(v.version())).toList();
    boolean undecided = classic.stream().anyMatch(v -> v.state() == State.UNDECIDED);
    List<VersionResult> spoken = classic.stream().filter(VersionResult::accepted).toList();
    if (undecided) {
      List.of("compression", "heartbeat", "ticket-reuse", "no-secure-renegotiation")
          .forEach(weaknesses::undecided);
    }
    curiosities(spoken, versions.getLast(), tls13);
    fallback(versions);
    renegotiation(spoken, undecided);
  }

  /** Old features, which one hello can ask for all together. */
  private void curiosities(
      List<VersionResult> spoken, VersionResult newest, Optional<ServerFlight> tls13)
      throws InterruptedException {
    for (VersionResult version : spoken) {
      ClientHello plain = Hellos.offering(version.version(), version.suites());
      ClientHello compressing = plain.withCompressions(DEFLATE_OR_NONE);
      boolean extensions = version.version() != ProtocolVersion.SSL3;
      ClientHello all =
          extensions
              ? compressing
                  .with(ClientHello.EXT_HEARTBEAT, Codes.heartbeat())
                  .with(ClientHello.EXT_TICKET, new byte[0])
              : compressing;
      HelloResult together = interrogation.ask(all);
      note("compression", together, compressing, f -> compresses(f));
      if (extensions) {
        note(
            "heartbeat",
            together,
            plain.with(ClientHello.EXT_HEARTBEAT, Codes.heartbeat()),
            f -> f.extensions().contains(ClientHello.EXT_HEARTBEAT));
        note(
            "ticket-reuse",
            together,
            plain.with(ClientHello.EXT_TICKET, new byte[0]),
            f -> f.extensions().contains(ClientHello.EXT_TICKET));
      }
      weaknesses.add(
          "no-secure-renegotiation",
          version.agreements().stream()
              .noneMatch(a -> a.flight().extensions().contains(ClientHello.EXT_RENEGOTIATION)));
    }
    weaknesses.absentUnlessNoted("compression");
    weaknesses.absentUnlessNoted("ticket-reuse");
    weaknesses.absentUnlessNoted("no-secure-renegotiation");
    if (newest.state() == State.UNDECIDED || (newest.accepted() && tls13.isEmpty())) {
      weaknesses.undecided("heartbeat");
    }
    tls13.ifPresent(
        f -> weaknesses.add("heartbeat", f.extensions().contains(ClientHello.EXT_HEARTBEAT)));
    weaknesses.absentUnlessNoted("heartbeat");
  }

  private static boolean compresses(ServerFlight flight) {
    return flight.hello().map(h -> h.compression() != 0).orElse(false);
  }

  /** Uses the common answer; where there is none, the endpoint may still bear the single one. */
  private void note(
      String weakness, HelloResult together, ClientHello alone, Predicate<ServerFlight> shows)
      throws InterruptedException {
    HelloResult answer = together instanceof Agreed ? together : interrogation.ask(alone);
    if (answer instanceof Agreed agreed) {
      weaknesses.add(weakness, shows.test(agreed.flight()));
      weaknesses.shownBy(agreed.wire());
    } else {
      weaknesses.undecided(weakness);
    }
  }

  /** Whether it notices that a client was pushed down to the second newest version. */
  private void fallback(List<VersionResult> versions) throws InterruptedException {
    String name = "no-fallback-scsv";
    List<VersionResult> spoken =
        versions.reversed().stream()
            .filter(v -> v.accepted() && v.version() != ProtocolVersion.SSL2)
            .toList();
    if (versions.stream().anyMatch(v -> v.state() == State.UNDECIDED)) {
      weaknesses.undecided(name);
    }
    if (spoken.size() < 2) {
      weaknesses.absentUnlessNoted(name);
      return;
    }
    VersionResult lower = spoken.get(1);
    List<Integer> suites = new ArrayList<>(lower.suites());
    suites.add(ClientHello.FALLBACK_SCSV);
    HelloResult answer = interrogation.ask(Hellos.offering(lower.version(), suites));
    if (answer instanceof Agreed) {
      weaknesses.add(name, true);
    } else if (answer instanceof Refused refused
        && refused.alert().orElse(-1) == TlsMessage.Alert.INAPPROPRIATE_FALLBACK) {
      weaknesses.add(name, false);
    } else {
      weaknesses.undecided(name);
    }
  }

  private void renegotiation(List<VersionResult> spoken, boolean undecided)
      throws InterruptedException {
    if (undecided) {
      weaknesses.undecided("client-renegotiation");
      weaknesses.undecided("insecure-renegotiation");
    }
    if (!spoken.isEmpty()) {
      VersionResult newest = spoken.getLast();
      Renegotiation renegotiation = new Renegotiation(interrogation.asker());
      boolean possible = newest.version() != ProtocolVersion.SSL3;
      note("client-renegotiation", possible ? renegotiation.ask(newest, true) : Outcome.UNDECIDED);
      note(
          "insecure-renegotiation",
          possible ? renegotiation.ask(newest, false) : Outcome.UNDECIDED);
    }
    weaknesses.absentUnlessNoted("client-renegotiation");
    weaknesses.absentUnlessNoted("insecure-renegotiation");
  }

  private void note(String weakness, Outcome outcome) {
    switch (outcome) {
      case ALLOWED -> weaknesses.add(weakness, true);
      case REFUSED -> weaknesses.add(weakness, false);
      case UNDECIDED -> weaknesses.undecided(weakness);
    }
  }
}
