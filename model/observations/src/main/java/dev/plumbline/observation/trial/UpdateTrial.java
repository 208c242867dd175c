package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code update.trial}. */
@Kind(value = "update.trial", subject = "`DUT`; a row of 7-UpdMech where driver.yaml names it")
@Says("Images offered through the driver.")
public record UpdateTrial(
    @Says("altered images") List<Trial> trials,
    @Says("a genuine newer image") Trial genuine,
    @Says("the assessed version runs again") boolean restored,
    @Coverage @Says("images") List<String> tried,
    @Coverage @Says("images that the dossier does not have") List<String> absent,
    @Coverage
        @Says(
            "the genuine image was taken by the same way; without it nothing follows from a "
                + "refusal")
        boolean control)
    implements Fact {
  /** An offered image. */
  @Says("An offered image.")
  public record Trial(
      @Says(
              "`tampered-early`, `tampered-middle`, `tampered-late`, `cut`, `other-model`, "
                  + "`relabelled`, `older`, `newer`")
          String image,
      @Says("digest") String sha256,
      @Says("what the device said") @Words({"taken", "refused", "none"}) String answer,
      @Says("why") String reason,
      @Says("version before") String before,
      @Says("version after") String after,
      @Says(
              "`yes`: the device says another version afterwards; `no`: refused, and the same "
                  + "version")
          @Words({"yes", "no", "unknown"})
          String ran) {}
}
