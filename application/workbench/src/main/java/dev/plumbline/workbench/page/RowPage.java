package dev.plumbline.workbench.page;

import dev.plumbline.app.Walk;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.Signers;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All items of one row of the IXIT: the row is read once, and each item gets its own reason. */
public final class RowPage {
  private final ProductPages pages;
  private final FormRecorder recorder;

  public RowPage(Products products, Answers answers, Signers keys, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
  }

  /** What the page shows. */
  public record View(
      String action,
      String row,
      List<Field> declared,
      List<Item> items,
      int saved,
      String refused) {}

  /** A cell of the row. */
  public record Field(String name, String text) {}

  /**
   * An item of the row.
   *
   * @param seen what the person saw of it
   * @param changed whether it has changed since the form was opened
   * @param entered what the form held
   */
  public record Item(
      String id,
      String seen,
      String question,
      String lookFor,
      String state,
      VerdictView verdict,
      boolean waiting,
      boolean changed,
      DecidePage.Entered entered,
      String explain) {}

  /** Shows the row that the query names. */
  public void show(Context ctx) {
    show(ctx, Set.of(), Map.of(), "");
  }

  private void show(
      Context ctx, Set<String> changed, Map<String, DecidePage.Entered> entered, String refused) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    String row = ProductPages.query(ctx, "row");
    List<WorkCard> cards =
        snapshot.cards().stream().filter(c -> c.item().subject().equals(row)).toList();
    if (cards.isEmpty()) {
      throw Refusal.absent();
    }
    List<Item> items =
        cards.stream().map(c -> item(product, snapshot, c, changed, entered)).toList();
    String saved = ProductPages.query(ctx, "saved");
    pages.show(
        ctx,
        product,
        snapshot,
        "row",
        new Named(
            "Row " + Visible.of(row, 120),
            "decide",
            Command.of("decide", product.folder(), "--from", "verdicts.csv")),
        new View(
            product.path() + "/row?row=" + ProductPages.encoded(row),
            Visible.of(row, 200),
            declared(snapshot.item(cards.getFirst())),
            items,
            saved.matches("[0-9]{1,4}") ? Integer.parseInt(saved) : 0,
            refused));
  }

  private static List<Field> declared(Judged judged) {
    return Stream.concat(judged.item().entry().stream(), judged.item().second().stream())
        .flatMap(RowPage::fields)
        .toList();
  }

  private static Stream<Field> fields(IxitEntry entry) {
    Stream<Field> cells =
        entry.cells().values().stream()
            .filter(c -> !c.isEmpty())
            .map((Cell c) -> new Field(Visible.of(c.key(), 100), Visible.of(c.text())));
    Stream<Field> remarks =
        entry.remarks().entrySet().stream()
            .map(
                r -> new Field(Visible.of(r.getKey(), 100), "Remark: " + Visible.of(r.getValue())));
    return Stream.concat(cells, remarks);
  }

  private static Item item(
      Product product,
      Snapshot snapshot,
      WorkCard card,
      Set<String> changed,
      Map<String, DecidePage.Entered> entered) {
    Judged judged = snapshot.item(card);
    String id = card.item().toString();
    return new Item(
        Visible.of(id, 200),
        FormRecorder.seen(snapshot, judged),
        Visible.of(card.question(), 800),
        card.lookFor(),
        Visible.of(judged.finding().reason(), 600),
        VerdictView.of(judged.verdict()),
        Walk.waits(judged),
        changed.contains(id),
        entered.getOrDefault(id, DecidePage.Entered.NOTHING),
        ItemLinks.explain(product, card.item()));
  }

  /** Records the items for which a verdict was chosen: all of them or none. */
  public void decide(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    List<String> items = ctx.formParams("item");
    List<String> seen = ctx.formParams("seen");
    List<String> verdicts = ctx.formParams("verdict");
    List<String> reasons = ctx.formParams("reason");
    if (seen.size() != items.size()
        || verdicts.size() != items.size()
        || reasons.size() != items.size()) {
      throw new Refusal(422, "The form is not whole.", "Load the page again.");
    }
    Snapshot now = ProductPages.judged(product.state());
    List<ProposedDecision> wanted = new ArrayList<>();
    Map<String, DecidePage.Entered> entered = new HashMap<>();
    Optional<String> lacking = Optional.empty();
    for (int i = 0; i < items.size(); i++) {
      String reason = reasons.get(i).strip();
      entered.put(items.get(i), new DecidePage.Entered(verdicts.get(i), reason, ""));
      if (verdicts.get(i).isEmpty()) {
        continue;
      }
      if (reason.isEmpty()) {
        lacking = Optional.of(items.get(i));
        continue;
      }
      Finding finding = VerdictForm.finding(verdicts.get(i), reason, "");
      wanted.add(
          new ProposedDecision(
              ProductPages.item(now, items.get(i)).item().id(),
              finding,
              FormRecorder.seen(seen.get(i)),
              by,
              List.of(),
              false));
    }
    if (lacking.isPresent() || wanted.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(
          ctx,
          Set.of(),
          entered,
          lacking
              .map(l -> Visible.of(l, 200) + " has a verdict and no reason. Write the reason.")
              .orElse("No verdict was chosen. Choose one for each item that you decide."));
      return;
    }
    List<ItemConflict> conflicts = recorder.record(product, by, wanted);
    if (!conflicts.isEmpty()) {
      ctx.status(HttpStatus.CONFLICT);
      show(
          ctx,
          conflicts.stream().map(c -> c.item().toString()).collect(Collectors.toSet()),
          entered,
          "Items that are marked have changed since you opened the page. Nothing was saved; your"
              + " texts are kept below.");
      return;
    }
    ctx.redirect(
        product.path()
            + "/row?row="
            + ProductPages.encoded(ProductPages.query(ctx, "row"))
            + "&saved="
            + wanted.size(),
        HttpStatus.SEE_OTHER);
  }
}
