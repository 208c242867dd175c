package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.secrets}. */
@Kind(value = "firmware.secrets", subject = "`DUT`")
@Says(
    "Secrets in software, never what was found. Nothing found in an unknown place: "
        + "UNDETERMINED.")
public record FirmwareSecrets(
    @Says("the first 20,000") List<Secret> found,
    @Says("number of all") long count,
    @Coverage @Says("what was looked through") Optional<String> target,
    @Coverage @Says("what was looked for") Object rules,
    @Coverage @Says("format to number of containers that were opened to their end")
        Optional<Map<String, Long>> opened,
    @Coverage @Says("number of files looked at") Optional<Long> files,
    @Coverage @Says("number of bytes looked at") Optional<Long> bytes,
    @Coverage @Says("the first 20,000 parts that were not opened")
        Optional<List<Unopened>> unopened,
    @Coverage @Says("everything was looked at and all rows are kept") boolean complete)
    implements Counted {
  /** A place with a secret. */
  @Says("A place with a secret.")
  public record Secret(
      @Says("the tool's word") String kind,
      @Says("where") String place,
      @Says("the line") Optional<Long> line,
      @Says("in files that are no text") Optional<Long> offset,
      @Says("`yes` or `no` where the tool tried it") Optional<String> verified) {}
}
