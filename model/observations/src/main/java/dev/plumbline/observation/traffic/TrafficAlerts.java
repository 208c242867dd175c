package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code traffic.alerts}. */
@Kind(value = "traffic.alerts", subject = "`DUT`")
@Says("What a detection system reported of connections of the device.")
public record TrafficAlerts(
    @Says("reported") List<Alert> alerts,
    @Says("number of all") long count,
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
  /** An alert. */
  @Says("An alert.")
  public record Alert(
      @Says("of the rule") Optional<String> id,
      @Says("what it says") Optional<String> text,
      @Says("how bad, as the tool says") Optional<Object> severity,
      @Says("of the connection") Optional<String> endpoint) {}
}
