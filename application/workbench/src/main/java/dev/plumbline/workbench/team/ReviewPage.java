package dev.plumbline.workbench.team;

import dev.plumbline.app.team.Disagreement;
import dev.plumbline.app.team.PendingReview;
import dev.plumbline.app.team.ReturnedDecision;
import dev.plumbline.app.team.Signers;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.Author;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.CardView;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.EvidenceLinks;
import dev.plumbline.workbench.page.FormRecorder;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decisions of others that wait for a second person, and what came back to their authors. */
public final class ReviewPage {
  private static final int LONGEST = 1_000;

  private final ProductPages pages;
  private final FormRecorder recorder;

  public ReviewPage(Products products, Answers answers, Signers keys, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
  }

  /**
   * What the page shows.
   *
   * @param policy whether policy.yaml asks for reviews at all
   * @param returned to the person who works here
   * @param returnedToOthers to other authors
   * @param waiting decisions of others
   * @param own decisions of the person who works here, which somebody else has to review
   * @param saved what became of the last review that was made here; empty for none
   */
  public record View(
      boolean policy,
      boolean blind,
      List<Returned> returned,
      List<Returned> returnedToOthers,
      List<Waiting> waiting,
      List<Waiting> own,
      List<Difference> disagreements,
      Optional<Reading> reading,
      String saved) {}

  /** A decision that came back. */
  public record Returned(
      String item, String by, VerdictView verdict, String reviewer, String because, String path) {}

  /**
   * A decision that waits for a review.
   *
   * @param verdict none in a blind review
   */
  public record Waiting(
      String item, String question, String by, Optional<VerdictView> verdict, String path) {}

  /** An item on which somebody disagrees. */
  public record Difference(String item, List<Position> positions, String path) {}

  /** What one of them says. */
  public record Position(String who, VerdictView verdict, String reason) {}

  /**
   * The decision that is reviewed now.
   *
   * @param decision its digest
   * @param verdict none in a blind review
   * @param reason none in a blind review
   * @param evidence addresses of the files that it points to; none in a blind review
   */
  public record Reading(
      String action,
      CardView card,
      String decision,
      String by,
      Optional<VerdictView> verdict,
      String reason,
      List<String> evidence) {}

  /** Shows the queue, and one decision of it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.now());
    Optional<String> person = Guard.session(ctx).person();
    List<PendingReview> waiting = PendingReview.of(snapshot.workspace());
    List<ReturnedDecision> returned = ReturnedDecision.of(snapshot.workspace());
    String named = ProductPages.query(ctx, "item");
    Optional<PendingReview> chosen =
        named.isEmpty() ? Optional.empty() : Optional.of(find(waiting, named));
    View view =
        new View(
            !snapshot.workspace().dossier().team().policy().verdicts().isEmpty(),
            snapshot.workspace().dossier().team().policy().blind(),
            returned.stream()
                .filter(r -> isOf(person, r.decision().by()))
                .map(r -> returned(product, r))
                .toList(),
            returned.stream()
                .filter(r -> !isOf(person, r.decision().by()))
                .map(r -> returned(product, r))
                .toList(),
            waiting.stream()
                .filter(w -> !isOf(person, w.by()))
                .map(w -> waiting(product, snapshot, w))
                .toList(),
            waiting.stream()
                .filter(w -> isOf(person, w.by()))
                .map(w -> waiting(product, snapshot, w))
                .toList(),
            Disagreement.of(snapshot.workspace(), snapshot.assessment()).stream()
                .map(d -> difference(product, d))
                .toList(),
            chosen.map(c -> reading(product, snapshot, c)),
            Visible.of(ProductPages.query(ctx, "saved"), 200));
    pages.show(
        ctx,
        product,
        snapshot,
        "review",
        new Named("Review", "review", Command.of("review", product.folder())),
        view);
  }

  private static boolean isOf(Optional<String> person, String author) {
    return person.filter(p -> Author.isSamePerson(p, author)).isPresent();
  }

  private static PendingReview find(List<PendingReview> waiting, String item) {
    return waiting.stream()
        .filter(w -> w.item().toString().equals(item))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "No decision on this item waits for a review.",
                    "Go back to the list of reviews."));
  }

  private static Returned returned(Product product, ReturnedDecision r) {
    return new Returned(
        Visible.of(r.item().toString(), 200),
        Visible.of(r.decision().by(), 120),
        VerdictView.of(r.decision().finding().verdict()),
        Visible.of(r.review().signed().author().name(), 120),
        Visible.of(r.review().because(), LONGEST),
        decide(product, r.item()));
  }

  private static Waiting waiting(Product product, Snapshot snapshot, PendingReview w) {
    return new Waiting(
        Visible.of(w.item().toString(), 200),
        snapshot.item(w.item()).map(j -> Visible.of(j.item().unit().check(), 400)).orElse(""),
        Visible.of(w.by(), 120),
        w.blind() ? Optional.empty() : Optional.of(VerdictView.of(w.finding().verdict())),
        product.path() + "/review?item=" + ProductPages.encoded(w.item().toString()));
  }

  private static Difference difference(Product product, Disagreement d) {
    return new Difference(
        Visible.of(d.item().toString(), 200),
        d.positions().stream()
            .map(
                p ->
                    new Position(
                        Visible.of(p.who(), 120),
                        VerdictView.of(p.verdict()),
                        Visible.of(p.reason(), LONGEST)))
            .toList(),
        decide(product, d.item()));
  }

  private static String decide(Product product, ItemId item) {
    return product.path() + "/decide?show=all&item=" + ProductPages.encoded(item.toString());
  }

  private static Reading reading(Product product, Snapshot snapshot, PendingReview w) {
    Judged judged = snapshot.item(w.item()).orElseThrow(Refusal::absent);
    List<String> evidence =
        snapshot.workspace().dossier().decisions().stream()
            .filter(d -> d.digest().equals(w.decision()))
            .map(Decision::evidence)
            .flatMap(List::stream)
            .map(e -> EvidenceLinks.page(product.path(), e))
            .toList();
    return new Reading(
        product.path() + "/review?item=" + ProductPages.encoded(w.item().toString()),
        CardView.of(product, snapshot, judged),
        w.decision().hex(),
        Visible.of(w.by(), 120),
        w.blind() ? Optional.empty() : Optional.of(VerdictView.of(w.finding().verdict())),
        w.blind() ? "" : Visible.of(w.finding().reason()),
        w.blind() ? List.of() : evidence);
  }

  /** Accepts a decision of another person, or returns it. */
  public void review(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.now());
    ItemId item = ProductPages.item(snapshot, ProductPages.query(ctx, "item")).item().id();
    boolean blind = snapshot.workspace().dossier().team().policy().blind();
    Optional<Verdict> own = blind ? Optional.of(own(ctx)) : Optional.empty();
    boolean accepts = blind || accepts(ctx);
    Digest decision = digest(ctx);
    String because = SignedText.of(ctx, "because", "The reason");
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    Review review =
        recorder.say(
            product, by, (team, at) -> team.review(item, decision, accepts, because, own, at));
    String told =
        (review.accepts()
                ? "Accepted: "
                : blind ? "Your verdict differs. Returned: " : "Returned: ")
            + item;
    String next = product.path() + "/review?saved=" + ProductPages.encoded(told);
    if (Answers.wantsJson(ctx)) {
      Answers.json(
          ctx, Map.of("item", item.toString(), "accepted", review.accepts(), "next", next));
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  private static Verdict own(Context ctx) {
    String said = ProductPages.field(ctx, "own");
    return Arrays.stream(Verdict.values())
        .filter(v -> v.name().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    422,
                    "policy.yaml asks for a blind review, and you gave no verdict of your own.",
                    "Go back and choose one."));
  }

  private static boolean accepts(Context ctx) {
    return switch (ProductPages.field(ctx, "answer")) {
      case "accept" -> true;
      case "return" -> false;
      default ->
          throw new Refusal(
              422, "Neither accept nor return was chosen.", "Go back and choose one of them.");
    };
  }

  private static Digest digest(Context ctx) {
    try {
      return new Digest(ProductPages.field(ctx, "decision"));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "The form does not say what you read.", "Load the page again.");
    }
  }
}
