package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code traffic.tls}. */
@Kind(value = "traffic.tls", subject = "endpoint that was called")
@Says("Handshakes of TLS, DTLS, and of QUIC as far as its first packet.")
public record TrafficTls(
    @Says("which side the device is") @Words({"client", "server"}) String deviceIs,
    @Says("the first 100 that differ") List<Handshake> handshakes,
    @Coverage @Says("time of the first frame, ISO 8601 in UTC") Optional<String> from,
    @Coverage @Says("time of the last frame") Optional<String> until,
    @Coverage @Says("nothing is known to be missing") boolean whole,
    @Coverage
        @Says(
            "what the capture lacks, as texts; none means that all frames between the two "
                + "times were read")
        List<String> gaps,
    @Coverage @Says("of the file") Optional<String> format)
    implements OfCapture {
  /** A handshake. */
  @Says("A handshake.")
  public record Handshake(
      @Says("name that the client asked for") Optional<String> sni,
      @Says("by the client") Optional<List<String>> offeredVersions,
      @Says("by the client") Optional<List<String>> offeredSuites,
      @Says("by the client") Optional<List<String>> offeredAlpn,
      @Says("chosen") Optional<String> version,
      @Says("chosen") Optional<String> suite,
      @Says("chosen") Optional<String> alpn,
      @Says("of the server, up to TLS 1.2, where it is readable")
          Optional<String> certificateSha256,
      @Says("whose it is") Optional<String> certificateSubject,
      @Says("who issued it") Optional<String> certificateIssuer,
      @Says("first day") Optional<String> certificateNotBefore,
      @Says("last day") Optional<String> certificateNotAfter,
      @Says("it could not be read") Optional<Boolean> certificateUnreadable,
      @Says("the server asks for one") Optional<Boolean> asksForClientCertificate,
      @Says("its number") Optional<Integer> alert,
      @Says("who sent it") Optional<Boolean> alertByDevice,
      @Says("a hello contradicts itself") Optional<Boolean> malformed,
      @Says("the choice of the server was seen") Optional<Boolean> complete,
      @Says("how often") long count,
      @Says("when") Optional<String> first) {}
}
