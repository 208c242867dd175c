package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.services}. */
@Kind(value = "firmware.services", subject = "`DUT`")
@Says(
    "Services that a file of the start-up names, perhaps in a branch that never runs."
        + " No such file found: UNDETERMINED.")
public record FirmwareServices(
    @Says("the first 20,000") List<Service> found,
    @Says("number of all") long count,
    @Coverage @Says("files of the start-up that were read") long scripts,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** A service. */
  @Says("A service.")
  public record Service(
      @Says("its name") String name,
      @Says(
              "`remote-shell-unencrypted`, `remote-shell`, `file-transfer-unencrypted`, `debug`,"
                  + " `console`, `console-without-login`, `web`, `discovery`, `management`, "
                  + "`message-broker`")
          String kind,
      @Says("where") String place,
      @Says("the line") Optional<Long> line) {}
}
