package dev.plumbline.workbench.page;

import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.app.team.Signers;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.DecidePage.Entered;
import dev.plumbline.workbench.phone.PhonePlace;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records what a person decides, if nothing has changed since the person looked. */
public final class DecideForm {
  static final String CHANGED =
      "The item has changed since you opened it, so your decision was not saved. Read what is new;"
          + " your text is kept in the form below. Attach evidence files again.";

  private final Phones phones;
  private final ProductPages pages;
  private final DecidePage page;
  private final FormRecorder recorder;

  public DecideForm(Products products, Answers answers, Signers keys, Phones phones, Clock clock) {
    this.phones = phones;
    this.pages = new ProductPages(products, answers);
    this.page = new DecidePage(products, answers, phones);
    this.recorder = new FormRecorder(keys, clock);
  }

  /** Records a decision, and goes on to the next item. */
  public void decide(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = FormRecorder.person(ctx, session);
    Entered entered =
        new Entered(
            ProductPages.field(ctx, "verdict"),
            ProductPages.field(ctx, "reason"),
            ProductPages.field(ctx, "remedy"));
    Finding finding = VerdictForm.finding(entered.verdict(), entered.reason(), entered.remedy());
    Queue queue = Queue.of(ctx);
    Snapshot before = ProductPages.judged(product.state());
    ItemId item = ProductPages.item(before, ProductPages.query(ctx, "item")).item().id();
    List<StationItem> items = queue.of(before);
    PhonePlace place = Phones.place(ctx, product, item.toString());
    List<ItemConflict> conflicts =
        recorder.record(
            product,
            by,
            List.of(
                new ProposedDecision(
                    item,
                    finding,
                    FormRecorder.seen(ProductPages.field(ctx, "seen")),
                    by,
                    phones.attachments(ctx, place),
                    false)));
    if (!conflicts.isEmpty()) {
      ctx.status(HttpStatus.CONFLICT);
      page.show(ctx, Optional.of(CHANGED), entered);
      return;
    }
    phones.uploads().decided(place);
    session.decided(product.id(), item.toString());
    goOn(ctx, product, item, queue, items);
  }

  /**
   * Goes on to the item behind one that was decided.
   *
   * @param before the items of the queue as they were
   */
  static void goOn(
      Context ctx, Product product, ItemId item, Queue queue, List<StationItem> before) {
    Snapshot after = ProductPages.judged(product.state());
    Optional<ItemId> next = Queue.next(before, queue.of(after), item);
    done(ctx, product, item, next.map(queue::query).orElse(queue.query()));
  }

  /**
   * Takes the last decision of this browser back: the item is open again, and both are on record.
   */
  public void undo(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = FormRecorder.person(ctx, session);
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
    Snapshot now = ProductPages.judged(product.state());
    Judged judged = ProductPages.item(now, last);
    if (judged.decision().map(Decision::by).filter(by::equals).isEmpty()) {
      throw overtaken();
    }
    List<ItemConflict> conflicts =
        recorder.record(
            product,
            by,
            List.of(
                new ProposedDecision(
                    judged.item().id(),
                    new Finding.Undetermined("Taken back by " + by + "."),
                    SeenState.of(now.workspace().dossier(), judged),
                    by,
                    List.of(),
                    false)));
    if (!conflicts.isEmpty()) {
      throw overtaken();
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
    String by = FormRecorder.person(ctx, session);
    String reason = ProductPages.field(ctx, "reason");
    VerdictForm.finding("PASS", reason, "");
    List<String> ticked = ctx.formParams("item");
    if (ticked.isEmpty()) {
      throw new Refusal(422, "No item was ticked.", "Go back and tick what you agree with.");
    }
    Snapshot now = ProductPages.judged(product.state());
    List<ProposedDecision> wanted = ticked.stream().map(t -> ticked(now, t, reason, by)).toList();
    List<ItemConflict> conflicts = recorder.record(product, by, wanted);
    if (!conflicts.isEmpty()) {
      throw changed(conflicts.getFirst().item());
    }
    String next = product.path() + "/confirm?saved=" + ticked.size();
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, Map.of("confirmed", ticked.size(), "next", next));
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** A tick is what the person saw of the item, and the item. */
  private static ProposedDecision ticked(Snapshot now, String tick, String reason, String by) {
    int space = Math.max(0, tick.indexOf(' '));
    Judged item = ProductPages.item(now, tick.substring(space).strip());
    if (!Confirmation.isOpen(item)) {
      throw changed(item.item().id());
    }
    return new ProposedDecision(
        item.item().id(),
        new Finding.Holds(reason),
        FormRecorder.seen(tick.substring(0, space)),
        by,
        List.of(),
        false);
  }

  private static Refusal changed(ItemId item) {
    return new Refusal(
        409,
        Visible.of(item + " has changed since you opened the page, so nothing was confirmed."),
        "Load the page again and read what is new.");
  }

  private static Refusal overtaken() {
    return new Refusal(
        409,
        "Another person has decided this item since, so nothing was taken back.",
        "Open the item and read what is on record.");
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
}
