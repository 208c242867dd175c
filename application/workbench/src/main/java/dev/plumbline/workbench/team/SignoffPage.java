package dev.plumbline.workbench.team;

import dev.plumbline.app.team.OpenPoint;
import dev.plumbline.app.team.Signers;
import dev.plumbline.app.team.SignoffStatus;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.FormRecorder;
import dev.plumbline.workbench.page.ItemLinks;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is still open, who vouched for the dossier, and the form to vouch for it as it is now. */
public final class SignoffPage {
  private static final int MOST = 12;

  private final ProductPages pages;
  private final FormRecorder recorder;

  public SignoffPage(Products products, Answers answers, Signers keys, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
  }

  /**
   * What the page shows.
   *
   * @param state digest of the state that would be signed
   * @param signed the last sign-off
   */
  public record View(
      String action,
      VerdictView verdict,
      String meaning,
      String state,
      List<Open> open,
      Optional<Signed> signed) {}

  /**
   * Something that is open.
   *
   * @param more how many are not listed
   */
  public record Open(String title, int count, List<Link> items, List<String> texts, int more) {}

  /** An item with its page. */
  public record Link(String item, String path) {}

  /**
   * A sign-off.
   *
   * @param current whether the dossier is still in that state
   */
  public record Signed(
      String by, String at, VerdictView verdict, long open, String because, boolean current) {}

  /** Shows it. */
  public void show(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.now());
    Digest state = SignoffStatus.state(snapshot.workspace());
    View view =
        new View(
            product.path() + "/signoff",
            VerdictView.of(snapshot.assessment().verdict()),
            Words.meaning(snapshot.assessment().verdict()),
            state.hex(),
            OpenPoint.of(snapshot.workspace(), snapshot.assessment()).stream()
                .map(p -> open(product, p))
                .toList(),
            SignoffStatus.of(snapshot.workspace()).map(SignoffPage::signed));
    pages.show(
        ctx,
        product,
        snapshot,
        "signoff",
        new Named(
            "Sign-off",
            "signoff",
            Command.of("signoff", product.folder(), "--state", state.shortForm(), "--by", "NAME")
                + " --because TEXT"),
        view);
  }

  private static Open open(Product product, OpenPoint point) {
    return new Open(
        point.kind().words(),
        point.count(),
        point.items().stream().limit(MOST).map(i -> link(product, i)).toList(),
        point.texts().stream().limit(MOST).map(t -> Visible.of(t, 400)).toList(),
        Math.max(0, point.count() - MOST));
  }

  private static Link link(Product product, ItemId item) {
    return new Link(Visible.of(item.toString(), 200), ItemLinks.explain(product, item));
  }

  private static Signed signed(SignoffStatus status) {
    Signoff signoff = status.signoff();
    return new Signed(
        Visible.of(signoff.signed().author().name(), 120),
        signoff.signed().at().toString(),
        VerdictView.of(signoff.verdict()),
        signoff.open(),
        Visible.of(signoff.because(), 1_000),
        status.current());
  }

  /** Signs the state that the form names, if it is still that. */
  public void sign(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Digest seen = seen(ctx);
    String because = SignedText.of(ctx, "because", "The reason");
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    Signoff signoff = recorder.say(product, by, (team, at) -> team.signoff(seen, because, at));
    if (Answers.wantsJson(ctx)) {
      Answers.json(
          ctx, Map.of("state", signoff.state().hex(), "verdict", signoff.verdict().name()));
    } else {
      ctx.redirect(product.path() + "/signoff", HttpStatus.SEE_OTHER);
    }
  }

  private static Digest seen(Context ctx) {
    try {
      return new Digest(ProductPages.field(ctx, "state"));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "The form does not say which state you saw.", "Load the page again.");
    }
  }
}
