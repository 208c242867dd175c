package dev.plumbline.observation.traffic;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code traffic.names}. */
@Kind(value = "traffic.names", subject = "`DUT`")
@Says("Names that the device asked for and announced.")
public record TrafficNames(
    @Says("asked for") List<Name> asked,
    @Says("announced") List<Name> announced,
    @Says("how names were asked for where nobody can read them") Optional<List<String>> hidden,
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
  /** A name. */
  @Says("A name.")
  public record Name(
      @Says("the name") String name,
      @Says("`dns`, `mdns`, `llmnr`, `ssdp`, `dhcp`") String source,
      @Says("of records") Optional<List<String>> types,
      @Says("how often") long count,
      @Says("when") Optional<String> first) {}
}
