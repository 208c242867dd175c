package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code boot.trial}. */
@Kind(value = "boot.trial", subject = "`DUT`; a row of 20-SecBoot where driver.yaml names it")
@Says("Images written past the updater.")
public record BootTrial(
    @Says("altered images") List<Trial> trials,
    @Says("a genuine newer image") Trial genuine,
    @Says("the assessed version runs again") boolean restored,
    @Coverage @Says("images") List<String> tried,
    @Coverage @Says("a genuine image written so did run") boolean control)
    implements Fact {
  /** A written image. */
  @Says("A written image.")
  public record Trial(
      @Says("as for `update.trial`") String image,
      @Says("digest") String sha256,
      @Says("version before") String before,
      @Says("version after") String after,
      @Says(
              "the image was read from the memory before the start, without which `ran` is "
                  + "never `no`")
          boolean readBack,
      @Says("whether it ran") @Words({"yes", "no", "unknown"}) String ran,
      @Says("why") String reason) {}
}
