package dev.plumbline.app.team;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decisions of a dossier that went stale. */
public record StaleDecisions(List<StaleDecision> all) {
  public StaleDecisions {
    all = List.copyOf(all);
  }

  /** Those of a judged dossier. */
  public static StaleDecisions of(Dossier dossier, Assessment assessment) {
    return new StaleDecisions(StaleDecision.of(dossier, assessment));
  }

  /** The stale decision on an item. */
  public Optional<StaleDecision> on(ItemId item) {
    return all.stream().filter(d -> d.item().equals(item)).findFirst();
  }

  /**
   * Records that the decisions on these items still hold, all or none.
   *
   * @param evidence files to keep with each
   */
  public RecordingResult<Decision> renew(
      DecisionRecorder recorder,
      List<ItemId> items,
      String because,
      List<Path> evidence,
      Instant at)
      throws IOException {
    List<StaleDecision> stale = new ArrayList<>();
    for (ItemId item : items) {
      Optional<StaleDecision> decision = on(item);
      if (decision.isEmpty()) {
        return new RecordingResult.Refused<>("No decision on " + item + " is stale.");
      }
      stale.add(decision.get());
    }
    List<Attachment> attachments = new ArrayList<>();
    for (Path file : evidence) {
      attachments.add(new Attachment(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
    }
    return StaleDecision.renew(recorder, stale, because, attachments, at);
  }
}
