package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import java.util.List;
import java.util.Optional;

/**
 * What an endpoint does with one version.
 *
 * @param reason how it refused, or why it is not decided
 * @param suites those it agrees to; in its own order where it has one
 * @param complete whether every suite was asked for and answered
 * @param serverOrder whether the server's order counts; empty where one suite alone is accepted
 * @param agreements the connections that show it
 */
record VersionResult(
    ProtocolVersion version,
    State state,
    String reason,
    List<Integer> suites,
    boolean complete,
    Optional<Boolean> serverOrder,
    List<Agreed> agreements) {
  enum State {
    ACCEPTED,
    REFUSED,
    UNDECIDED
  }

  VersionResult {
    suites = List.copyOf(suites);
    agreements = List.copyOf(agreements);
  }

  static VersionResult refused(ProtocolVersion version, String how) {
    return new VersionResult(
        version, State.REFUSED, how, List.of(), true, Optional.empty(), List.of());
  }

  static VersionResult undecided(ProtocolVersion version, String why) {
    return new VersionResult(
        version, State.UNDECIDED, why, List.of(), false, Optional.empty(), List.of());
  }

  boolean accepted() {
    return state == State.ACCEPTED;
  }

  List<CipherSuite> cipherSuites() {
    return suites.stream().map(CodeBook::suite).toList();
  }
}
