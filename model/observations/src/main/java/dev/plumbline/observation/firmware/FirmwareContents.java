package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code firmware.contents}. */
@Kind(value = "firmware.contents", subject = "`DUT`")
@Says("Parts of an image.")
public record FirmwareContents(
    @Says("the first 20,000") List<Part> parts,
    @Says("number of all") long count,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("number looked at") Optional<Long> files,
    @Coverage @Says("all are in `parts`") boolean complete)
    implements Counted {
  /** A part of an image. */
  @Says("A part of an image.")
  public record Part(
      @Says("the file") Optional<String> file,
      @Says("where it begins") Optional<Long> offset,
      @Says("how long it is") Optional<Long> size,
      @Says("what it is") Optional<String> kind,
      @Says("what the tool says of it") Optional<String> description,
      @Says("`yes` or `failed`") Optional<String> extracted) {}
}
