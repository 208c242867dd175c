package dev.plumbline.capture.dissect;

import java.util.List;
import java.util.Optional;

/** What was readable of a handshake so far. */
final class HandshakeSoFar {
  Optional<String> sni = Optional.empty();
  Optional<List<String>> offeredVersions = Optional.empty();
  Optional<List<String>> offeredSuites = Optional.empty();
  Optional<List<String>> offeredAlpn = Optional.empty();
  Optional<String> version = Optional.empty();
  Optional<String> suite = Optional.empty();
  Optional<String> alpn = Optional.empty();
  Optional<String> certificateSha256 = Optional.empty();
  Optional<String> certificateSubject = Optional.empty();
  Optional<String> certificateIssuer = Optional.empty();
  Optional<String> certificateNotBefore = Optional.empty();
  Optional<String> certificateNotAfter = Optional.empty();
  Optional<Boolean> certificateUnreadable = Optional.empty();
  Optional<Boolean> asksForClientCertificate = Optional.empty();
  Optional<Integer> alert = Optional.empty();
  Optional<Boolean> alertByDevice = Optional.empty();
  Optional<Boolean> malformed = Optional.empty();

  /** Whether nothing was readable. */
  boolean isEmpty() {
    return handshake().equals(new HandshakeSoFar().handshake());
  }

  Handshake handshake() {
    return new Handshake(
        sni,
        offeredVersions,
        offeredSuites,
        offeredAlpn,
        version,
        suite,
        alpn,
        certificateSha256,
        certificateSubject,
        certificateIssuer,
        certificateNotBefore,
        certificateNotAfter,
        certificateUnreadable,
        asksForClientCertificate,
        alert,
        alertByDevice,
        malformed,
        version.isPresent());
  }
}
