package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import dev.plumbline.probes.tlsendpoint.codec.CipherSuite;
import dev.plumbline.probes.tlsendpoint.codec.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.codec.ServerKeyExchange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Weaknesses that the accepted suites and their keys already tell. */
final class SuiteWeaknesses {
  /** Below 112 bits of strength: NIST SP 800-57 part 1, table 2. */
  private static final int MIN_FIELD = 2048;

  private static final Map<String, Predicate<CipherSuite>> BY_SUITE = bySuite();

  private SuiteWeaknesses() {}

  private static Map<String, Predicate<CipherSuite>> bySuite() {
    Map<String, Predicate<CipherSuite>> names = new LinkedHashMap<>();
    names.put("null-cipher", CipherSuite::isNull);
    names.put("anonymous", CipherSuite::isAnonymous);
    names.put("export", CipherSuite::isExport);
    names.put("rc4", CipherSuite::isRc4);
    names.put("des", CipherSuite::isSingleDes);
    names.put("3des", CipherSuite::isTripleDes);
    names.put("static-rsa", CipherSuite::isStaticRsa);
    return names;
  }

  static void note(List<VersionResult> versions, Weaknesses weaknesses) {
    boolean complete =
        versions.stream()
            .allMatch(v -> v.state() == State.REFUSED || (v.accepted() && v.complete()));
    List<CipherSuite> all =
        versions.stream().map(VersionResult::cipherSuites).flatMap(Collection::stream).toList();
    BY_SUITE.forEach((name, is) -> decide(weaknesses, name, all.stream().anyMatch(is), complete));
    boolean cbc =
        versions.stream()
            .filter(v -> v.version().isBefore(ProtocolVersion.TLS11))
            .flatMap(v -> v.cipherSuites().stream())
            .anyMatch(CipherSuite::isCbc);
    decide(weaknesses, "cbc-tls10", cbc, complete);
    OptionalInt bits = dhBits(versions);
    boolean weak = bits.isPresent() && bits.getAsInt() < MIN_FIELD;
    decide(weaknesses, "weak-dh", weak, complete && allKeysRead(versions));
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
        .map(Answer.Agreed::flight)
        .filter(f -> !f.suites().isEmpty());
  }
}
