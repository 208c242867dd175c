package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.signature}. */
@Kind(value = "firmware.signature", subject = "`DUT`")
@Says(
    "Signatures of parts of an image, never verified: the key is not in the image. No"
        + " part that says so: UNDETERMINED.")
public record FirmwareSignature(
    @Says("parts that say so") List<Part> parts,
    @Says("of all parts, `unknown` where they differ") @Words({"present", "absent", "unknown"})
        String state,
    @Says("number of parts") long count,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** A part of an image. */
  @Says("A part of an image.")
  public record Part(
      @Says("where") String place,
      @Says("of the part") String format,
      @Says("`unknown`: signed in part") @Words({"present", "absent", "unknown"}) String state,
      @Says("more") Optional<String> detail) {}
}
