package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.audit}. */
@Kind(value = "firmware.audit", subject = "`DUT`")
@Says("What an audit of the system or image counts. Stopped early: UNDETERMINED.")
public record FirmwareAudit(
    @Says("0 to 100") Optional<Long> index,
    @Says("warnings") Optional<List<Remark>> warnings,
    @Says("suggestions") Optional<List<Remark>> suggestions,
    @Says("the tool's names to numbers") Optional<Map<String, Long>> counts,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("number") Optional<Long> tests,
    @Coverage @Says("of tests") Optional<String> group)
    implements Fact {
  /** A remark. */
  @Says("A remark.")
  public record Remark(
      @Says("of the tool") Optional<String> test, @Says("what it says") Optional<String> text) {}
}
