package dev.plumbline.workbench.page;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.Signers;
import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
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
import java.util.Optional;

/** Records that a decision that went stale still holds, and why. */
public final class StillHoldsForm {
  private final Phones phones;
  private final ProductPages pages;
  private final DecidePage page;
  private final FormRecorder recorder;

  public StillHoldsForm(
      Products products, Answers answers, Signers keys, Phones phones, Clock clock) {
    this.phones = phones;
    this.pages = new ProductPages(products, answers);
    this.page = new DecidePage(products, answers, phones);
    this.recorder = new FormRecorder(keys, clock);
  }

  /** Records it, and goes on to the next item. */
  public void renew(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    String by = FormRecorder.person(ctx, session);
    String because = ProductPages.field(ctx, "because");
    VerdictForm.demandReason(because);
    Queue queue = Queue.of(ctx);
    Snapshot before = ProductPages.judged(product.state());
    Judged judged = ProductPages.item(before, ProductPages.query(ctx, "item"));
    ItemId item = judged.item().id();
    StaleDecision stale =
        StaleView.find(before, judged)
            .filter(s -> !CardView.isHidden(before, s.earlier()))
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "No decision on this item is stale, so nothing was saved.",
                        "Load the page again and read what is on record."))
            .asSeen(FormRecorder.seen(ProductPages.field(ctx, "seen")));
    PhonePlace place = Phones.place(ctx, product, item.toString());
    List<Attachment> evidence = phones.attachments(ctx, place);
    List<StationItem> items = queue.of(before);
    List<ItemConflict> conflicts = recorder.renew(product, by, List.of(stale), because, evidence);
    if (!conflicts.isEmpty()) {
      ctx.status(HttpStatus.CONFLICT);
      page.show(ctx, Optional.of(DecideForm.CHANGED), new Entered("", because, ""));
      return;
    }
    phones.uploads().decided(place);
    session.decided(product.id(), item.toString());
    DecideForm.goOn(ctx, product, item, queue, items);
  }
}
