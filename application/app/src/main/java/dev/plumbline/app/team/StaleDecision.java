package dev.plumbline.app.team;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decision that counts no more, since what it rests on has changed: a person can say in one step
 * that it still holds, and why.
 *
 * @param earlier the decision
 * @param changes what changed since, each as a clause
 * @param outdated its evidence that was taken from another version of the device; the new decision
 *     needs new evidence in the place of it
 */
public record StaleDecision(
    ItemId item,
    Decision earlier,
    List<String> changes,
    List<EvidenceFile> outdated,
    SeenState seen) {
  private static final String STILL = " Still holds, because ";

  public StaleDecision {
    changes = List.copyOf(changes);
    outdated = List.copyOf(outdated);
  }

  /** The stale decisions of a dossier, in the order of the plan. */
  public static List<StaleDecision> of(Dossier dossier, Assessment assessment) {
    return assessment.items().flatMap(i -> of(dossier, i).stream()).toList();
  }

  /** The stale decision on an item; empty where none is stale. */
  public static Optional<StaleDecision> of(Dossier dossier, Judged item) {
    return item.decision().filter(d -> item.stale()).map(d -> of(dossier, item, d));
  }

  /** The same, as a person saw it who renews it. */
  public StaleDecision asSeen(SeenState other) {
    return new StaleDecision(item, earlier, changes, outdated, other);
  }

  private static StaleDecision of(Dossier dossier, Judged item, Decision earlier) {
    String version = dossier.product().softwareVersion();
    List<EvidenceFile> outdated = new ArrayList<>();
    for (Digest digest : earlier.evidence()) {
      Optional.ofNullable(dossier.evidence().get(digest.hex()))
          .filter(f -> !f.softwareVersion().isBlank() && !f.softwareVersion().equals(version))
          .ifPresent(outdated::add);
    }
    List<String> changes = new ArrayList<>();
    outdated.forEach(
        f ->
            changes.add(
                f.path()
                    + " was taken from version "
                    + f.softwareVersion()
                    + ", under assessment is "
                    + version));
    changes.addAll(ChangedGrounds.of(earlier, item));
    return new StaleDecision(
        item.item().id(), earlier, changes, outdated, SeenState.of(dossier, item));
  }

  /**
   * Records for each that it still holds: the same finding with its reason, and why it still holds.
   * Evidence of the version under assessment stays with it.
   *
   * @param attachments new evidence, kept with each
   */
  public static RecordingResult<Decision> renew(
      DecisionRecorder recorder,
      List<StaleDecision> stale,
      String because,
      List<Attachment> attachments,
      Instant at)
      throws IOException {
    List<ProposedDecision> proposed = new ArrayList<>();
    for (StaleDecision decision : stale) {
      if (!decision.outdated().isEmpty() && attachments.isEmpty()) {
        return new RecordingResult.Refused<>(
            decision.item()
                + " rests on evidence of another version: "
                + String.join(
                    ", ",
                    decision.outdated().stream()
                        .map(f -> f.path() + " (" + f.what() + ", " + f.softwareVersion() + ")")
                        .toList())
                + ". Attach the same of the version under assessment.");
      }
      proposed.add(decision.renewed(recorder, because, attachments));
    }
    return recorder.decide(proposed, at);
  }

  private ProposedDecision renewed(
      DecisionRecorder recorder, String because, List<Attachment> attachments) {
    List<Digest> old = outdated.stream().map(EvidenceFile::sha256).toList();
    return new ProposedDecision(
        item,
        again(earlier.finding(), because),
        seen,
        recorder.signer().author().name(),
        attachments,
        earlier.evidence().stream().filter(d -> !old.contains(d)).toList(),
        earlier.overrules());
  }

  private static Finding again(Finding finding, String because) {
    int still = finding.reason().indexOf(STILL);
    String first = still < 0 ? finding.reason() : finding.reason().substring(0, still);
    String reason = first + STILL + because;
    return switch (finding) {
      case Finding.Holds h -> new Finding.Holds(reason);
      case Finding.Violated v -> new Finding.Violated(reason, v.remedy());
      case Finding.NotApplicable n -> new Finding.NotApplicable(reason);
      case Finding.Undetermined u -> new Finding.Undetermined(reason);
      case Finding.Errored e -> new Finding.Errored(reason);
      case Finding.Searched s -> throw new IllegalStateException("no person searches");
    };
  }
}
