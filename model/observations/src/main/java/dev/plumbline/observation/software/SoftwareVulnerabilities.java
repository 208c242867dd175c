package dev.plumbline.observation.software;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code software.vulnerabilities}. */
@Kind(value = "software.vulnerabilities", subject = "`DUT`")
@Says(
    "Known vulnerabilities of components. Without a sign that something was compared:"
        + " UNDETERMINED.")
public record SoftwareVulnerabilities(
    @Says("the first 20,000") List<Known> known,
    @Says("number of all") long count,
    @Says("the same where versions cannot be ordered or the data does not say enough")
        Optional<List<Undecided>> undecided,
    @Coverage @Says("what components were compared with") Optional<String> database,
    @Coverage @Says("its day") Optional<String> databaseDate,
    @Coverage @Says("how many were compared") Optional<Long> components,
    @Coverage @Says("how many could not be") Optional<Long> notCompared,
    @Coverage @Says("of the data, which says nothing of vulnerabilities that are not among them")
        Optional<Long> records,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("all are in `known`") boolean complete)
    implements Counted {
  /** A known vulnerability. */
  @Says("A known vulnerability.")
  public record Known(
      @Says("its id") String id,
      @Says("the component") Optional<String> component,
      @Says("of the component") Optional<String> version,
      @Says("how bad") Optional<String> severity,
      @Says("versions that mend it") Optional<List<String>> fixed,
      @Says("who says so") Optional<String> source,
      @Says("what the file says of it: `not_affected`, `suppressed`, …") Optional<String> state) {}

  /** A vulnerability of which it cannot be told. */
  @Says("A vulnerability of which it cannot be told.")
  public record Undecided(
      @Says("its id") String id,
      @Says("the component") Optional<String> component,
      @Says("of the component") Optional<String> version,
      @Says("how bad") Optional<String> severity,
      @Says("versions that mend it") Optional<List<String>> fixed,
      @Says("who says so") Optional<String> source,
      @Says("what the file says of it") Optional<String> state,
      @Says("why it cannot be told") String why) {}
}
