package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.ServerHello;
import dev.plumbline.client.tls.ServerKeyExchange;
import dev.plumbline.client.tls.TlsFormatException;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.HelloResult.Refused;
import dev.plumbline.probes.tlsendpoint.HelloResult.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks for every group: strikes the chosen one out and asks again. */
final class GroupSurvey {
  private final Interrogation interrogation;

  GroupSurvey(Interrogation interrogation) {
    this.interrogation = interrogation;
  }

  /** All groups, in the newest version before TLS 1.3 that uses them, and in TLS 1.3. */
  AcceptedOptions run(List<VersionResult> versions) throws InterruptedException {
    AcceptedOptions strikes = new AcceptedOptions();
    Optional<VersionResult> classic =
        versions.reversed().stream()
            .filter(VersionResult::accepted)
            .filter(v -> ProtocolVersion.CLASSIC.contains(v.version()))
            .filter(v -> v.cipherSuites().stream().anyMatch(CipherSuite::isEphemeralEc))
            .findFirst();
    if (classic.isPresent()) {
      List<Integer> suites =
          Hellos.codes(
              classic.get().cipherSuites().stream().filter(CipherSuite::isEphemeralEc).toList());
      survey(Hellos.offering(classic.get().version(), suites), strikes);
    }
    if (versions.getLast().accepted()) {
      survey(Hellos.tls13(versions.getLast().suites(), Codes.noKeyShare()), strikes);
    }
    return strikes;
  }

  private void survey(ClientHello hello, AcceptedOptions strikes) throws InterruptedException {
    List<Integer> left = new ArrayList<>(CodeBook.groups(hello.version()));
    strikes.asked(hello.version(), left.size());
    boolean first = true;
    while (!left.isEmpty()) {
      HelloResult answer =
          interrogation.ask(hello.with(ClientHello.EXT_GROUPS, Codes.list(List.copyOf(left))));
      if (answer instanceof Unclear unclear) {
        strikes.broken(hello.version() + ": " + unclear.reason());
      }
      if (answer instanceof Refused refused && first) {
        // It agreed to such a hello before, so that it must have a group; it is not told which.
        strikes.broken(hello.version() + ": " + refused.how() + " when asked for its groups");
      }
      if (!(answer instanceof Agreed agreed)) {
        return;
      }
      first = false;
      OptionalInt group = group(agreed.flight());
      if (group.isEmpty()) {
        strikes.broken(hello.version() + ": agrees without naming a group");
        return;
      }
      strikes.add(group.getAsInt(), agreed);
      int chosen = group.getAsInt();
      if (!left.removeIf(code -> code == chosen)) {
        // It takes the one it likes, offered or not; asking on would go round in circles.
        return;
      }
    }
  }

  private static OptionalInt group(ServerFlight flight) {
    if (flight.version() != ProtocolVersion.TLS13) {
      return flight.keyExchange().map(ServerKeyExchange::group).orElse(OptionalInt.empty());
    }
    try {
      Optional<ServerHello> hello = flight.hello();
      return hello.isEmpty() ? OptionalInt.empty() : hello.get().group();
    } catch (TlsFormatException e) {
      return OptionalInt.empty();
    }
  }
}
