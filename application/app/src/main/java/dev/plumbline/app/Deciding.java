package dev.plumbline.app;

import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records what a person decided about a test item, beside what a machine found. */
public final class Deciding {
  private Deciding() {}

  /**
   * Records a decision.
   *
   * @param seen the dossier that the person judged
   * @param before its result
   * @param evidence files to keep with it; photos lose what says where and when they were taken
   */
  public static RecordingResult<Decision> decide(
      DecisionRecorder recorder,
      Dossier seen,
      Assessment before,
      ItemId item,
      Finding finding,
      List<Path> evidence,
      Instant at)
      throws IOException {
    return one(recorder, seen, before, item, finding, evidence, false, at);
  }

  /**
   * Records that a person overrules the rule that fails an item from the declaration alone.
   *
   * @param because why the rule is wrong about this product
   */
  public static RecordingResult<Decision> overrule(
      DecisionRecorder recorder,
      Dossier seen,
      Assessment before,
      ItemId item,
      String because,
      Instant at)
      throws IOException {
    return one(recorder, seen, before, item, new Finding.Holds(because), List.of(), true, at);
  }

  private static RecordingResult<Decision> one(
      DecisionRecorder recorder,
      Dossier seen,
      Assessment before,
      ItemId item,
      Finding finding,
      List<Path> evidence,
      boolean overrules,
      Instant at)
      throws IOException {
    Optional<Judged> judged = before.items().filter(i -> i.item().id().equals(item)).findFirst();
    if (judged.isEmpty()) {
      return new RecordingResult.Refused<>("The plan has no item " + item + ".");
    }
    String by = recorder.signer().author().name();
    return recorder.decide(
        List.of(
            new ProposedDecision(
                item,
                finding,
                SeenState.of(seen, judged.get()),
                by,
                attachments(evidence),
                overrules)),
        at);
  }

  /** Files as they are kept with a decision. */
  static List<Attachment> attachments(List<Path> files) throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (Path file : files) {
      attachments.add(new Attachment(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
    }
    return attachments;
  }
}
