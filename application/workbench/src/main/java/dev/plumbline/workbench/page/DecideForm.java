package dev.plumbline.workbench.page;

import dev.plumbline.app.Confirmation;
import dev.plumbline.app.Deciding;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.DossierWriter.DossierLockedException;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.workbench.page.DecidePage.Entered;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records what a person decides, if nothing has changed since the person looked. */
public final class DecideForm {
  private static final String CHANGED =
      "The item has changed since you opened it, so your decision was not saved. Read what is new;"
          + " your text is kept in the form below.";

  private final ProductPages pages;
  private final DecidePage page;
  private final Clock clock;

  public DecideForm(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.page = new DecidePage(products, answers);
    this.clock = clock;
  }

  /** Records a decision, and goes on to the next item. */
  public void decide(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = person(ctx, session);
    Entered entered =
        new Entered(
            ProductPages.field(ctx, "verdict"),
            ProductPages.field(ctx, "reason"),
            ProductPages.field(ctx, "remedy"));
    Finding finding = Verdicts.finding(entered.verdict(), entered.reason(), entered.remedy());
    Queue queue = Queue.of(ctx);
    ItemId item;
    Optional<ItemId> next;
    try (Uploads uploads = Uploads.of(ctx, "evidence")) {
      Optional<Saved> saved =
          product.change(
              state -> {
                Snapshot before = ProductPages.judged(state);
                Judged judged = ProductPages.item(before, ProductPages.query(ctx, "item"));
                if (!Snapshot.seen(judged).hex().equals(ProductPages.field(ctx, "seen"))) {
                  return Optional.empty();
                }
                Deciding.decide(
                    before.workspace(),
                    before.assessment(),
                    judged.item().id(),
                    finding,
                    by,
                    uploads.files(),
                    now());
                return Optional.of(new Saved(judged.item().id(), queue.of(before)));
              });
      if (saved.isEmpty()) {
        ctx.status(HttpStatus.CONFLICT);
        page.show(ctx, Optional.of(CHANGED), entered);
        return;
      }
      item = saved.get().item();
      Snapshot after = ProductPages.judged(product.state());
      next = Queue.next(saved.get().before(), queue.of(after), item);
    } catch (DossierLockedException e) {
      throw locked(e);
    }
    session.decided(product.id(), item.toString());
    done(ctx, product, item, next.map(queue::query).orElse(queue.query()));
  }

  private record Saved(ItemId item, List<WorkCard> before) {}

  /** Takes the last decision of this browser back: what counted before it counts again. */
  public void undo(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = person(ctx, session);
    String last =
        session
            .last(product.id())
            .filter(l -> l.equals(ProductPages.field(ctx, "item")))
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "This browser has no such decision to take back.",
                        "Open the item and decide it again."));
    try {
      product.change(
          state -> {
            Snapshot now = ProductPages.judged(state);
            Judged judged = ProductPages.item(now, last);
            if (judged.decision().map(Decision::by).filter(by::equals).isEmpty()) {
              throw new Refusal(
                  409,
                  "Another person has decided this item since, so nothing was taken back.",
                  "Open the item and read what is on record.");
            }
            Deciding.decide(
                now.workspace(),
                now.assessment(),
                judged.item().id(),
                new Finding.Undetermined("Taken back by " + by + "."),
                by,
                List.of(),
                now());
            return judged;
          });
    } catch (DossierLockedException e) {
      throw locked(e);
    }
    session.forget(product.id(), last);
    ctx.redirect(
        product.path() + "/decide?show=all&item=" + ProductPages.encoded(last),
        HttpStatus.SEE_OTHER);
  }

  /** Confirms what machines searched: each item that was ticked, with one reason. */
  public void confirm(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = person(ctx, session);
    String reason = ProductPages.field(ctx, "reason");
    Verdicts.finding("PASS", reason, "");
    List<String> ticked = ctx.formParams("item");
    if (ticked.isEmpty()) {
      throw new Refusal(422, "No item was ticked.", "Go back and tick what you agree with.");
    }
    try {
      product.change(
          state -> {
            Snapshot now = ProductPages.judged(state);
            List<Judged> items = ticked.stream().map(t -> ticked(now, t)).toList();
            return Confirmation.record(now.workspace(), items, by, reason, now());
          });
    } catch (DossierLockedException e) {
      throw locked(e);
    }
    String next = product.path() + "/confirm?saved=" + ticked.size();
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, Map.of("confirmed", ticked.size(), "next", next));
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** A tick is the item and what the person saw of it. */
  private static Judged ticked(Snapshot now, String tick) {
    int space = tick.indexOf(' ');
    Judged item = ProductPages.item(now, tick.substring(space + 1));
    boolean same = space > 0 && Snapshot.seen(item).hex().equals(tick.substring(0, space));
    if (!same || !Confirmation.isOpen(item)) {
      throw new Refusal(
          409,
          item.item().id() + " has changed since you opened the page, so nothing was confirmed.",
          "Load the page again and read what is new.");
    }
    return item;
  }

  private static void done(Context ctx, Product product, ItemId item, String query) {
    if (Answers.wantsJson(ctx)) {
      Judged now = ProductPages.item(ProductPages.judged(product.state()), item.toString());
      Answers.json(
          ctx,
          Map.of(
              "item", item.toString(),
              "verdict", now.verdict().name(),
              "reason", now.finding().reason()));
      return;
    }
    String saved = "saved=" + ProductPages.encoded(item.toString());
    ctx.redirect(
        product.path() + "/decide?" + (query.isEmpty() ? saved : query + "&" + saved),
        HttpStatus.SEE_OTHER);
  }

  private static String person(Context ctx, Session session) {
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

  private static Refusal locked(DossierLockedException e) {
    return new Refusal(423, String.valueOf(e.getMessage()), "Go back and send it again.");
  }

  private Instant now() {
    return clock.instant();
  }
}
