package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code deletion.trial}. */
@Kind(value = "deletion.trial", subject = "row of 25-DelFunc")
@Says("A marker, stored and deleted through the driver. No way was taken: UNDETERMINED.")
public record DeletionTrial(
    @Says("by each way of the row") List<Trial> trials,
    @Coverage @Says("the marker was seen before each deletion by the same reading") boolean control,
    @Coverage @Says("ways that were not taken, and why") List<String> gaps)
    implements Fact {
  /** A deletion. */
  @Says("A deletion.")
  public record Trial(
      @Says("of the driver") String action,
      @Says("the marker afterwards") @Words({"gone", "present", "unknown", "not tried"})
          String after,
      @Says("the marker after a restart") @Words({"gone", "present", "unknown", "not tried"})
          String afterRestart,
      @Says("after a reset, whether the device was set up again") Optional<Boolean> setUp) {}
}
