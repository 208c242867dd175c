package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code traffic.reconnects}. */
@Kind(value = "traffic.reconnects", subject = "endpoint that the device called")
@Says("Connections that failed or were lost.")
public record TrafficReconnects(
    @Says("number") long attempts,
    @Says("number") long failed,
    @Says("failed attempts in a row") List<Run> runs,
    @Says("waits between a reset by the other side and the next attempt") List<Long> afterLossMs,
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
  /** Failed attempts in a row. */
  @Says("Failed attempts in a row.")
  public record Run(
      @Says("when") String from,
      @Says("number") long failed,
      @Says("number") long refused,
      @Says("of the same request") long retries,
      @Says("between the beginnings, the last up to the attempt that succeeded") List<Long> waitsMs,
      @Says("how it ended") @Words({"connected", "not in this capture"}) String ended) {}
}
