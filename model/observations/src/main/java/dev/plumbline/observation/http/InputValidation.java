package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code input.validation}. */
@Kind(value = "input.validation", subject = "endpoint")
@Says(
    "What odd input did. A fall counts only when the same input causes it again, or "
        + "the device stays down and its port or another of its services shows that the "
        + "network is up; any other silence: UNDETERMINED.")
public record InputValidation(
    @Says("what it did") List<Finding> findings,
    @Says("of the made-up input") Optional<Long> seed,
    @Coverage @Says("paths tried, the empty one for protocols without paths") List<String> places,
    @Coverage @Says("number for each") Map<String, Long> inputs,
    @Coverage @Says("of input") List<String> classes,
    @Coverage @Says("what told that the device was up") List<String> oracle,
    @Coverage @Says("what was left out to why") Map<String, String> skipped,
    @Coverage @Says("nothing was") boolean complete)
    implements Fact {
  /** What an input did. */
  @Says("What an input did.")
  public record Finding(
      @Says("of the finding") String id,
      @Says(
              "`crash` (stays down), `restart`, `hang`, `leak` (a trace or a key), `error` "
                  + "(5xx), `evaluated` (a sum was worked out, or markup came back as it went) or "
                  + "`traversal`")
          String kind,
      @Field("class") @Says("of the input") String inputClass,
      @Says("path and parameter") String place,
      @Says("SHA-256 of what was sent") String input,
      @Says(
              "the shortest input that did the same, runs of a character as `${A*300}`, open "
                  + "places `${host}` and `${session}`; `41*300` is a byte three hundred times")
          String reduced) {}
}
