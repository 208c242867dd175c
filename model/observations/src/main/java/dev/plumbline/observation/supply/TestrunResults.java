package dev.plumbline.observation.supply;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code testrun.results}. */
@Kind(value = "testrun.results", subject = "`DUT`")
@Says("Verdicts of another tool.")
public record TestrunResults(
    @Says("one a test") List<Result> results,
    @Says("of the run") Optional<String> status,
    @Says("that it was run on") Optional<String> firmware,
    @Says("tests without a result") List<String> undecided,
    @Coverage @Says("number with a result") long tests,
    @Coverage @Says("number of all") long of,
    @Coverage @Says("all have one") boolean complete)
    implements Fact {
  /** A verdict of another tool. */
  @Says("A verdict of another tool.")
  public record Result(
      @Says("its name") String test,
      @Says("what it says") String result,
      @Says("how binding it is") Optional<String> required,
      @Says("what it says more") Optional<String> description) {}
}
