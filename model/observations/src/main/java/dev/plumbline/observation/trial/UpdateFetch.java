package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code update.fetch}. */
@Kind(
    value = "update.fetch",
    subject = "client test `client/192.0.2.1/8444`; `DUT` where none is declared")
@Says("Images that the device fetched from a stand-in for its server.")
public record UpdateFetch(
    @Says("altered images") List<Trial> trials,
    @Says("a genuine newer image") Trial genuine,
    @Says("the assessed version runs again") boolean restored,
    @Says("the first 20 paths that it asked for in vain") List<String> notServed,
    @Coverage @Says("images") List<String> tried,
    @Coverage @Says("images that the dossier does not have") List<String> absent,
    @Coverage
        @Says(
            "the genuine image ran within the time that each other was given; without it "
                + "nothing follows from a refusal")
        boolean control,
    @Coverage @Says("number of files served beside the image") long metadata,
    @Coverage @Says("that time") long settleSeconds,
    @Coverage @Says("the driver knows a way to hand an image over to the same row besides")
        boolean handsOver)
    implements Fact {
  /** A served image. */
  @Says("A served image.")
  public record Trial(
      @Says(
              "as for `update.trial`, besides `tampered-fitted`, `other-model-fitted`, `older-"
                  + "fitted`, `cut`, `broken-off`, `slow`")
          String image,
      @Says("digest") String sha256,
      @Says(
              "`refused`: it fetched what was served and runs what it ran; `none`: it did not "
                  + "fetch it")
          @Words({"taken", "refused", "none"})
          String answer,
      @Says("why") String reason,
      @Says("paths") List<String> fetched,
      @Says("version before") String before,
      @Says("version after") String after,
      @Says("whether it ran") @Words({"yes", "no", "unknown"}) String ran) {}
}
