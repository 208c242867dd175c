package dev.plumbline.app.walk;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Deciding;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.app.team.StaleDecisions;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.WorkCard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Records what a person decides on a walk, and takes it back. Used by one thread. */
public final class WalkRecorder {
  private final DecisionRecorder recorder;
  private final Supplier<AssessedDossier> open;
  private final Deque<Decision> recorded = new ArrayDeque<>();
  private AssessedDossier shown;

  /**
   * A recorder.
   *
   * @param shown the dossier whose cards the person reads
   * @param open opens and judges it as it is now
   */
  public WalkRecorder(
      DecisionRecorder recorder, AssessedDossier shown, Supplier<AssessedDossier> open) {
    this.recorder = recorder;
    this.shown = shown;
    this.open = open;
  }

  /** Records a decision on an item as it was shown; on one that was decided here, as it is now. */
  public RecordingResult<Decision> decide(
      ItemId item, Finding finding, List<Path> evidence, Instant at) throws IOException {
    if (isRecorded(item)) {
      shown = open.get();
    }
    return kept(
        Deciding.decide(recorder, shown.seen(), shown.result(), item, finding, evidence, at));
  }

  /**
   * The verdict that a card suggests, with the suggestion as its reason; empty where it has none.
   */
  public static Optional<Finding> suggested(WorkCard card) {
    return card.suggestion()
        .flatMap(
            s ->
                s.startsWith("PASS")
                    ? Optional.of(new Finding.Holds("As suggested: " + s))
                    : s.startsWith("FAIL")
                        ? Optional.of(new Finding.Violated("As suggested: " + s, "See the reason."))
                        : Optional.empty());
  }

  /** The stale decision on an item. */
  public Optional<StaleDecision> stale(ItemId item) {
    return StaleDecisions.of(shown.seen(), shown.result()).on(item);
  }

  /** Records that a stale decision still holds. */
  public RecordingResult<Decision> renew(
      ItemId item, String because, List<Path> evidence, Instant at) throws IOException {
    return kept(
        StaleDecisions.of(shown.seen(), shown.result())
            .renew(recorder, List.of(item), because, evidence, at));
  }

  /** Whether something was recorded here that can be taken back. */
  public Optional<ItemId> last() {
    return Optional.ofNullable(recorded.peek()).map(Decision::item);
  }

  private boolean isRecorded(ItemId item) {
    return recorded.stream().anyMatch(d -> d.item().equals(item));
  }

  /**
   * Takes the last decision of this walk back: the item is open again, and both stay on record.
   * Refused where somebody decided the item since.
   */
  public RecordingResult<Decision> undo(Instant at) throws IOException {
    Optional<Decision> last = Optional.ofNullable(recorded.peek());
    if (last.isEmpty()) {
      return new RecordingResult.Refused<>("Nothing was recorded on this walk.");
    }
    shown = open.get();
    ItemId item = last.get().item();
    List<Decision> standing = DecidedItems.of(shown.seen().decisions()).standing(item);
    if (standing.size() != 1 || !standing.getFirst().digest().equals(last.get().digest())) {
      return new RecordingResult.Refused<>(
          "Another person has decided " + item + " since, so nothing was taken back.");
    }
    String by = recorder.signer().author().name();
    RecordingResult<Decision> result =
        Deciding.decide(
            recorder,
            shown.seen(),
            shown.result(),
            item,
            new Finding.Undetermined("Taken back by " + by + "."),
            List.of(),
            at);
    if (result instanceof RecordingResult.Stored<Decision>) {
      recorded.pop();
      shown = open.get();
    }
    return result;
  }

  private RecordingResult<Decision> kept(RecordingResult<Decision> result) {
    if (result instanceof RecordingResult.Stored<Decision> stored) {
      stored.records().forEach(recorded::push);
    }
    return result;
  }
}
