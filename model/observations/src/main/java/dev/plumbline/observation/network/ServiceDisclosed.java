package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code service.disclosed}. */
@Kind(value = "service.disclosed", subject = "endpoint")
@Says("What a service gives away before a login.")
public record ServiceDisclosed(
    @Says("what it gave away") List<Given> facts,
    @Coverage @Says("places read: banner, headers, pages") List<String> looked,
    @Coverage @Says("places that gave no answer") Optional<List<String>> unanswered)
    implements Fact {
  /** What was given away. */
  @Says("What was given away.")
  public record Given(
      @Says(
              "`product`, `version`, `firmware`, `model`, `serial`, `mac`, `path`, `secret`, "
                  + "`user`, `address` or another detector's word")
          String kind,
      @Says("what it says") String text,
      @Says("whether it bears on security") boolean relevant) {}
}
