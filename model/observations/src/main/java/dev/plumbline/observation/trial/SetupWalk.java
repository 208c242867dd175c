package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code setup.walk}. */
@Kind(value = "setup.walk", subject = "`DUT`")
@Says("The way through the set-up, through the driver.")
public record SetupWalk(
    @Says("in the order of asking, each question once") List<Met> met,
    @Coverage
        @Says(
            "the device said that it was in its factory default before and is set up now, and"
                + " asked something")
        boolean control,
    @Coverage @Says("number of ways that were taken, more than one where a row was not met")
        long ways,
    @Coverage @Says("why the last did not come to its end, or which answers no way took")
        List<String> gaps)
    implements Fact {
  /** A question of the set-up. */
  @Says("A question of the set-up.")
  public record Met(
      @Says("the device's word") String decision,
      @Says("its row of 26-UserDec, empty where driver.yaml has none") String row,
      @Says("the answer that was given first") String taken,
      @Says("the way on which it was met, from 1") long way) {}
}
