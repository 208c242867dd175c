package dev.plumbline.observation.app;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code app.scan}. */
@Kind(value = "app.scan", subject = "`DUT`")
@Says("Of the app that belongs to the device.")
public record AppScan(
    @Says("its name") Optional<String> app,
    @Says("its version") Optional<String> version,
    @Says("what the tool found") List<Finding> findings,
    @Says("permissions") List<String> dangerousPermissions,
    @Says("trackers") List<String> trackers,
    @Says("number") long secrets,
    @Coverage @Says("the file") Optional<String> file,
    @Coverage @Says("its digest") Optional<String> sha256,
    @Coverage @Says("number that the tool knows") Optional<Long> trackersKnown,
    @Coverage @Says("all findings are told") boolean complete)
    implements Fact {
  /** What a tool found. */
  @Says("What a tool found.")
  public record Finding(
      @Says("of the app") String area,
      @Says("how bad") Optional<String> severity,
      @Says("of the tool") Optional<String> rule,
      @Says("what it says") Optional<String> text) {}
}
