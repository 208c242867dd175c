package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.ServerKeyExchange;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weaknesses that the accepted suites and their keys already tell. */
final class SuiteWeaknesses {
  /** Below 112 bits of strength: NIST SP 800-57 part 1, table 2. */
  private static final int MIN_FIELD = 2048;

  /** Weaknesses that the name of a suite tells, whatever the version. */
  private static final List<String> BY_SUITE =
      List.of("null-cipher", "anonymous", "export", "rc4", "des", "3des", "static-rsa");

  private SuiteWeaknesses() {}

  static void note(List<VersionResult> versions, Weaknesses weaknesses) {
    boolean complete =
        versions.stream()
            .allMatch(v -> v.state() == State.REFUSED || (v.accepted() && v.complete()));
    Set<String> shown =
        versions.stream()
            .flatMap(v -> v.cipherSuites().stream().flatMap(c -> of(v, c)))
            .collect(Collectors.toSet());
    BY_SUITE.forEach(name -> decide(weaknesses, name, shown.contains(name), complete));
    decide(weaknesses, "cbc-tls10", shown.contains("cbc-tls10"), complete);
    OptionalInt bits = dhBits(versions);
    boolean weak = bits.isPresent() && bits.getAsInt() < MIN_FIELD;
    decide(weaknesses, "weak-dh", weak, complete && allKeysRead(versions));
  }

  private static Stream<String> of(VersionResult version, CipherSuite suite) {
    return suite.parts().stream().flatMap(p -> p.weaknesses(version.version().label()).stream());
  }

  private static void decide(Weaknesses weaknesses, String name, boolean found, boolean complete) {
    if (found || complete) {
      weaknesses.add(name, found);
    } else {
      weaknesses.undecided(name);
    }
  }

  /** Smallest finite field that any suite used. */
  static OptionalInt dhBits(List<VersionResult> versions) {
    return flights(versions)
        .map(ServerFlight::keyExchange)
        .flatMap(Optional::stream)
        .map(ServerKeyExchange::dhBits)
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .min();
  }

  private static boolean allKeysRead(List<VersionResult> versions) {
    return flights(versions)
        .filter(f -> f.suite().isEphemeralDh())
        .allMatch(f -> f.keyExchange().isPresent());
  }

  private static Stream<ServerFlight> flights(List<VersionResult> versions) {
    return versions.stream()
        .flatMap(v -> v.agreements().stream())
        .map(HelloResult.Agreed::flight)
        .filter(f -> !f.suites().isEmpty());
  }
}
