package dev.plumbline.workbench.page;

import dev.plumbline.app.team.CurrentState.JudgedDossier;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.app.team.Signers;
import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Signs and records what people of this machine decide, in the state that they saw. */
public final class FormRecorder {
  private final Signers keys;
  private final Clock clock;

  /** Signs with the key of this user. */
  public FormRecorder(Signers keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Records all or none.
   *
   * @return the items that have changed since they were seen; empty when all were recorded
   * @throws Refusal 423 while somebody else writes, 409 where it is not allowed
   */
  List<ItemConflict> record(Product product, String by, List<ProposedDecision> wanted)
      throws IOException {
    DecisionRecorder recorder = of(product, by);
    return conflicts(product.writing(() -> recorder.decide(wanted, clock.instant())));
  }

  /**
   * Records that stale decisions still hold: all or none.
   *
   * @param because why they still hold
   * @param files new evidence, kept with each
   * @return the items that have changed since they were seen; empty when all were recorded
   * @throws Refusal 423 while somebody else writes, 409 where it is not allowed, such as without
   *     evidence in the place of that of another version
   */
  public List<ItemConflict> renew(
      Product product, String by, List<StaleDecision> stale, String because, List<Attachment> files)
      throws IOException {
    DecisionRecorder recorder = of(product, by);
    return conflicts(
        product.writing(
            () -> StaleDecision.renew(recorder, stale, because, files, clock.instant())));
  }

  private static List<ItemConflict> conflicts(RecordingResult<Decision> recording) {
    return switch (recording) {
      case RecordingResult.Stored<Decision> s -> List.of();
      case RecordingResult.Outdated<Decision> o -> o.conflicts();
      case RecordingResult.Busy<Decision> b -> throw busy();
      case RecordingResult.Refused<Decision> r ->
          throw new Refusal(409, Visible.of(r.why()), "Go back and mend what it says.");
    };
  }

  /** What one person says beside decisions. */
  @FunctionalInterface
  public interface Saying<T> {
    /** Records it. */
    RecordingResult<T> with(TeamRecorder recorder, Instant at) throws IOException;
  }

  /**
   * Records what a person says beside decisions.
   *
   * @throws Refusal 423 while somebody else writes, 409 where it is not allowed or too late
   */
  public <T> T say(Product product, String by, Saying<T> saying) throws IOException {
    TeamRecorder recorder = TeamRecorder.of(of(product, by));
    RecordingResult<T> result = product.writing(() -> saying.with(recorder, clock.instant()));
    return switch (result) {
      case RecordingResult.Stored<T> s -> s.records().getFirst();
      case RecordingResult.Busy<T> b -> throw busy();
      case RecordingResult.Outdated<T> o ->
          throw new Refusal(
              409, "The item has changed since you opened the page.", "Load the page again.");
      case RecordingResult.Refused<T> r ->
          throw new Refusal(409, Visible.of(r.why()), "Go back and read what is on record now.");
    };
  }

  private DecisionRecorder of(Product product, String by) throws IOException {
    return new DecisionRecorder(
        ProductPages.judged(product.state()).workspace().folder(),
        () -> {
          Snapshot current = ProductPages.judged(product.now());
          return new JudgedDossier(current.workspace(), current.assessment());
        },
        keys.signer(by, product.folder()));
  }

  private static Refusal busy() {
    return new Refusal(
        423,
        "A colleague or another Plumbline is saving, so nothing was saved here.",
        "Go back and send it again.");
  }

  /** The state of an item as a form sends it. */
  public static SeenState seen(String text) {
    try {
      return SeenState.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "The form does not say what it was made on.", "Load the page again.");
    }
  }

  /** The state of an item as a page shows it. */
  static String seen(Snapshot snapshot, Judged item) {
    return SeenState.of(snapshot.workspace().dossier(), item).text();
  }

  /** Who decides: the name in the form, else the one that the session has. */
  public static String person(Context ctx, Session session) {
    String said = ProductPages.field(ctx, "by");
    if (!said.isEmpty()) {
      session.call(said);
    }
    return session
        .person()
        .orElseThrow(
            () ->
                new Refusal(
                    422,
                    "Nobody said who decides, so nothing was saved.",
                    "Go back and write your name beside the decision."));
  }
}
