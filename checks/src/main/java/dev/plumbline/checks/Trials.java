package dev.plumbline.checks;

import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Attempts to make the device run an image that it should not run. */
final class Trials {
  private Trials() {}

  /**
   * What ran speaks against, what is not known is a gap.
   *
   * @param subject what was tried
   * @param attempts names of the images that have to have been tried
   */
  static void look(
      Facts facts, String key, String subject, List<String> attempts, Questions questions) {
    Optional<Observation> answer = facts.observations(key, subject).stream().findFirst();
    if (answer.isEmpty()) {
      questions.gap("nobody offered the device an altered image");
      return;
    }
    Observation o = answer.get();
    questions.restsOn(o);
    if (!o.seen()) {
      questions.gap(o.reason());
      return;
    }
    Set<String> refused = new HashSet<>();
    if (o.value().get("trials") instanceof List<?> trials) {
      for (Object trial : trials) {
        if (trial instanceof Map<?, ?> t) {
          String image = String.valueOf(t.get("image"));
          switch (String.valueOf(t.get("ran"))) {
            case "yes" ->
                questions.against(
                    "the device runs the image '"
                        + image
                        + "': it said "
                        + t.get("before")
                        + " before and "
                        + t.get("after")
                        + " afterwards",
                    o);
            case "no" -> refused.add(image);
            default ->
                questions.gap("whether the image '" + image + "' runs is not known" + why(t));
          }
        }
      }
    }
    List<String> untried = new ArrayList<>(attempts);
    untried.removeAll(refused);
    if (!untried.isEmpty() && !questions.refuted()) {
      questions.gap("that the device refuses these was not seen: " + untried);
    }
    if (!Boolean.TRUE.equals(o.coverage().get("control"))) {
      questions.gap("the device did not take the genuine newer image either, so nothing follows");
    }
  }

  private static String why(Map<?, ?> trial) {
    return trial.get("reason") instanceof String reason && !reason.isBlank() ? ": " + reason : "";
  }
}
