package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code traffic.clear-text}. */
@Kind(value = "traffic.clear-text", subject = "endpoint that was called")
@Says("Secrets that crossed the network readable.")
public record TrafficClearText(
    @Says("which side the device is") @Words({"client", "server"}) String deviceIs,
    @Says("where, never what") List<Exposed> found,
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
  /** A secret in clear text. */
  @Says("A secret in clear text.")
  public record Exposed(
      @Says(
              "`password`, `token`, `community` (SNMP), `marker` (a value of the dossier: a "
                  + "declared password, the serial number)")
          String kind,
      @Says("where") String place,
      @Says("in which") String protocol,
      @Says("by whom") @Words({"device", "peer"}) String sentBy,
      @Says("how often") long count,
      @Says("when") Optional<String> first) {}
}
