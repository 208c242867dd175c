package dev.plumbline.probes.dtlsendpoint;

import java.util.List;
import java.util.Optional;

/**
 * What a server answered to one ClientHello.
 *
 * @param version that it chose; only where it agreed
 * @param suite that it chose; 0 where it did not
 * @param chain its certificates, leaf first, as DER
 * @param hint its pre-shared key's hint
 * @param cookie whether it first made sure that the client is where it says
 * @param asksCertificate whether it wants one of the client
 * @param reason why it did not agree
 */
record Flight(
    State state,
    Optional<DtlsVersion> version,
    int suite,
    List<byte[]> chain,
    Optional<String> hint,
    boolean cookie,
    boolean asksCertificate,
    String reason) {
  Flight {
    chain = List.copyOf(chain);
  }

  enum State {
    AGREED,
    /** It said no, in the words of the protocol. */
    REFUSED,
    /** Nothing came that answers. */
    SILENT,
    /** The port takes no datagrams. */
    UNREACHABLE
  }

  static Flight without(State state, boolean cookie, String reason) {
    return new Flight(
        state, Optional.empty(), 0, List.of(), Optional.empty(), cookie, false, reason);
  }

  boolean agreed(DtlsVersion wanted) {
    return state == State.AGREED && version.equals(Optional.of(wanted));
  }
}
