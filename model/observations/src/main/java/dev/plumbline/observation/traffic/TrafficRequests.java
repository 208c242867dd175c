package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code traffic.requests}. */
@Kind(value = "traffic.requests", subject = "endpoint that was called")
@Says("Requests of HTTP, RTSP and CoAP in clear text.")
public record TrafficRequests(
    @Says("which side the device is") @Words({"client", "server"}) String deviceIs,
    @Says("without queries") List<Request> requests,
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
  /** A request. */
  @Says("A request.")
  public record Request(
      @Says("the method") Optional<String> method,
      @Says("the host") Optional<String> host,
      @Says("the path") Optional<String> path,
      @Says("how often") long count,
      @Says("when") Optional<String> first) {}
}
