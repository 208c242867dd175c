package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.permissions}. */
@Kind(value = "firmware.permissions", subject = "`DUT`")
@Says("Rights of files. None with rights: UNDETERMINED.")
public record FirmwarePermissions(
    @Says("the first 20,000") List<Right> found,
    @Says("number of all") long count,
    @Coverage @Says("names whose format tells rights") long withRights,
    @Coverage @Says("names whose format does not") long withoutRights,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** A file with rights that matter. */
  @Says("A file with rights that matter.")
  public record Right(
      @Says("folders with the sticky bit are left out")
          @Words({"set-uid", "set-gid", "world-writable"})
          String kind,
      @Says("where") String place,
      @Says("octal") String mode,
      @Says("of a set-uid file") Optional<String> user) {}
}
