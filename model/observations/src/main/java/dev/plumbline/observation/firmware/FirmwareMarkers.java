package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.markers}. */
@Kind(value = "firmware.markers", subject = "`DUT`")
@Says(
    "Places where values of the dossier stand; serial number or MAC address tell that"
        + " the image was read from this unit.")
public record FirmwareMarkers(
    @Says("the first 20,000") List<Marker> found,
    @Says("number of all") long count,
    @Coverage @Says("kinds that were looked for") List<String> markers,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** A place with a value of the dossier. */
  @Says("A place with a value of the dossier.")
  public record Marker(
      @Says("`serial`, `mac` or `password` (of `test.credentials`), never the value") String kind,
      @Says("where") String place,
      @Says("the line") Optional<Long> line) {}
}
