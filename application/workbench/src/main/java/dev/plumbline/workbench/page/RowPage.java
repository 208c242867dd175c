package dev.plumbline.workbench.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.plumbline.app.Walk;
import dev.plumbline.app.team.ProposedDecision;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.Signers;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.phone.PhonePlace;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
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
  private static final String AGAIN = " Attach evidence files again.";

  private final ProductPages pages;
  private final FormRecorder recorder;
  private final Phones phones;

  public RowPage(Products products, Answers answers, Signers keys, Phones phones, Clock clock) {
    this.phones = phones;
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
  }

  /**
   * What the page shows.
   *
   * @param phone evidence by phone for its items
   */
  public record View(
      String action,
      String row,
      List<Field> declared,
      List<Item> items,
      int saved,
      String refused,
      PhoneView phone) {}

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
    List<Judged> ofRow =
        snapshot.inOrder().stream()
            .map(StationItem::judged)
            .filter(j -> j.item().id().subject().equals(row))
            .toList();
    if (ofRow.isEmpty()) {
      throw Refusal.absent();
    }
    List<Item> items =
        ofRow.stream().map(j -> item(product, snapshot, j, changed, entered)).toList();
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
            declared(ofRow.getFirst()),
            items,
            saved.matches("[0-9]{1,4}") ? Integer.parseInt(saved) : 0,
            refused,
            phones.view(ctx, product, PhoneSubject.row(product, snapshot, row))));
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
      Judged judged,
      Set<String> changed,
      Map<String, DecidePage.Entered> entered) {
    WorkCard card = snapshot.card(judged);
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

  /**
   * Records the items for which a verdict was chosen, each with its own evidence: all of them or
   * none. Files by phone that no item keeps go on waiting.
   */
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
    PhonePlace place = Phones.place(ctx, product, ProductPages.query(ctx, "row"));
    Ticks ticks = Ticks.of(ctx.formParams("phone"));
    List<ProposedDecision> wanted = new ArrayList<>();
    Map<String, DecidePage.Entered> entered = new HashMap<>();
    Optional<String> lacking = Optional.empty();
    for (int i = 0; i < items.size(); i++) {
      String reason = reasons.get(i).strip();
      entered.put(items.get(i), new DecidePage.Entered(verdicts.get(i), reason, ""));
      List<Attachment> evidence = new ArrayList<>(Uploads.of(ctx, "evidence-" + i));
      phones.chosen(place, ticks.files(items.get(i))).forEach(f -> evidence.add(f.attachment()));
      if (verdicts.get(i).isEmpty()) {
        if (!evidence.isEmpty()) {
          lacking = Optional.of(items.get(i) + " has evidence and no verdict. Choose a verdict.");
        }
        continue;
      }
      if (reason.isEmpty()) {
        lacking = Optional.of(items.get(i) + " has a verdict and no reason. Write the reason.");
        continue;
      }
      Finding finding = VerdictForm.finding(verdicts.get(i), reason, "");
      wanted.add(
          new ProposedDecision(
              ProductPages.item(now, items.get(i)).item().id(),
              finding,
              FormRecorder.seen(seen.get(i)),
              by,
              evidence,
              false));
    }
    if (lacking.isPresent() || wanted.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(
          ctx,
          Set.of(),
          entered,
          lacking
              .map(l -> Visible.of(l, 300) + AGAIN)
              .orElse("No verdict was chosen. Choose one for each item that you decide." + AGAIN));
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
              + " texts are kept below."
              + AGAIN);
      return;
    }
    ticks.files().forEach(f -> phones.uploads().discard(place, f));
    ctx.redirect(
        product.path()
            + "/row?row="
            + ProductPages.encoded(ProductPages.query(ctx, "row"))
            + "&saved="
            + wanted.size(),
        HttpStatus.SEE_OTHER);
  }

  /**
   * Which file by phone goes with which item.
   *
   * @param items ids of files by item
   */
  private record Ticks(Map<String, List<String>> items) {
    /** Of what {@link PhoneView.Keep#tick} makes. */
    static Ticks of(List<String> boxes) {
      return new Ticks(
          boxes.stream()
              .map(b -> b.strip().split(" ", 2))
              .filter(b -> b.length == 2)
              .collect(groupingBy(b -> b[1], mapping(b -> b[0], toList()))));
    }

    List<String> files(String item) {
      return items.getOrDefault(item, List.of());
    }

    List<String> files() {
      return items.values().stream().flatMap(List::stream).distinct().toList();
    }
  }
}
