package dev.plumbline.workbench.page;

import dev.plumbline.core.ItemId;
import dev.plumbline.judging.StationItem;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.PhoneView.Keep;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * For what a phone brings files: an item on the page Decide, or a row of the IXIT on the page Row.
 *
 * @param name id of the item, or name of the row
 * @param question what the phone shows beside it, on one line
 * @param page that shows it, without its query
 * @param query of that page
 * @param named the query that names it alone
 * @param keeps the forms that can keep a file
 * @param rest what becomes of files that nothing keeps
 */
record PhoneSubject(
    String name,
    String question,
    String page,
    String query,
    String named,
    List<Keep> keeps,
    String rest) {
  PhoneSubject {
    keeps = List.copyOf(keeps);
  }

  /**
   * The one that a request names.
   *
   * @throws Refusal 404 if there is no such item or row
   */
  static PhoneSubject of(Context ctx, Product product, Snapshot snapshot) {
    String item = ProductPages.query(ctx, "item");
    String row = ProductPages.query(ctx, "row");
    return item.isEmpty() && !row.isEmpty()
        ? row(product, snapshot, row)
        : item(product, snapshot, Queue.of(ctx), ProductPages.item(snapshot, item).item().id());
  }

  /** An item, for its decision and, where one is stale, for saying that it still holds. */
  static PhoneSubject item(Product product, Snapshot snapshot, Queue queue, ItemId item) {
    List<Keep> keeps = new ArrayList<>(List.of(new Keep("decision", "", "with your decision")));
    StaleView.of(product, snapshot, ProductPages.item(snapshot, item.toString()))
        .ifPresent(s -> keeps.add(new Keep("still", "", "with: it still holds")));
    return new PhoneSubject(
        item.toString(),
        CardView.question(snapshot, item),
        product.path() + "/decide",
        queue.query(item),
        "item=" + ProductPages.encoded(item.toString()),
        keeps,
        "Tick what you keep. The rest is thrown away when you save.");
  }

  /**
   * A row, for each of its items.
   *
   * @throws Refusal 404 if no item rests on it
   */
  static PhoneSubject row(Product product, Snapshot snapshot, String row) {
    List<Keep> keeps =
        snapshot.inOrder().stream()
            .map(StationItem::id)
            .filter(i -> i.subject().equals(row))
            .map(i -> new Keep("verdicts", i.toString(), "with " + Visible.of(i.toString(), 200)))
            .toList();
    if (keeps.isEmpty()) {
      throw Refusal.absent();
    }
    String named = "row=" + ProductPages.encoded(row);
    return new PhoneSubject(
        row,
        "For the items of this row.",
        product.path() + "/row",
        named,
        named,
        keeps,
        "Tick which items keep it. What no item keeps goes on waiting.");
  }
}
