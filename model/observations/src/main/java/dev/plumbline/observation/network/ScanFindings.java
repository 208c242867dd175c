package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code scan.findings}. */
@Kind(
    value = "scan.findings",
    subject = "endpoint, the address where it has no port, `DUT` for results in files")
@Says(
    "What a vulnerability scanner reports. Without findings and without an end of the"
        + " run: UNDETERMINED.")
public record ScanFindings(
    @Says("what it reports, each once") List<Finding> findings,
    @Says("number of those beyond the first 5,000") Optional<Long> more,
    @Coverage @Says("what the scanner says that it tried: names or a number")
        Optional<Object> tests,
    @Coverage @Says("the same") Optional<Object> templates,
    @Coverage @Says("the same") Optional<Object> plugins,
    @Coverage @Says("number of pages that it visited") Optional<Long> pages,
    @Coverage @Says("where it looked") Optional<String> scope,
    @Coverage @Says("why it ended early") Optional<String> stopped)
    implements Fact {
  /** What a scanner reports. */
  @Says("What a scanner reports.")
  public record Finding(
      @Says("the scanner's id") String id,
      @Says("what it is called") Optional<String> title,
      @Says("how bad the scanner finds it")
          @Words({"critical", "high", "medium", "low", "info", "unknown"})
          String severity,
      @Says("path, parameter or component, without values") Optional<String> where,
      @Says("what it refers to") Optional<List<String>> references) {}
}
