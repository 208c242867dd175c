package dev.plumbline.observation.software;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.firmware.Unopened;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code software.components}. */
@Kind(value = "software.components", subject = "`DUT`")
@Says("A list of software. It says nothing of what its tool does not recognise.")
public record SoftwareComponents(
    @Says("the first 20,000") List<Component> components,
    @Says("number of all") long count,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("of what was looked at") Optional<String> kind,
    @Coverage @Says("of the file") Optional<String> format,
    @Coverage @Says("that made it") Optional<String> tool,
    @Coverage @Says("when") Optional<String> created,
    @Coverage @Says("what its author says of the list: `complete`, `incomplete`, …")
        Optional<String> composition,
    @Coverage @Says("where it looked") Optional<List<String>> places,
    @Coverage @Says("number of files of package managers that were read") Optional<Long> databases,
    @Coverage @Says("format to number of containers that were opened to their end")
        Optional<Map<String, Long>> opened,
    @Coverage @Says("number of files looked at") Optional<Long> files,
    @Coverage @Says("number of bytes looked at") Optional<Long> bytes,
    @Coverage @Says("the first 20,000 parts that were not opened")
        Optional<List<Unopened>> unopened,
    @Coverage @Says("all are in `components`") boolean complete)
    implements Counted {
  /** A component. */
  @Says("A component.")
  public record Component(
      @Says("its name") String name,
      @Says("its version") Optional<String> version,
      @Says("its package URL") Optional<String> purl,
      @Says("its CPE") Optional<String> cpe,
      @Says("its type") Optional<String> type,
      @Says("where it was found") Optional<String> place) {}
}
