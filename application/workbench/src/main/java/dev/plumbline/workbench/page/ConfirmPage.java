package dev.plumbline.workbench.page;

import dev.plumbline.app.team.Confirmation;
import dev.plumbline.judging.StationItem;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import io.javalin.http.Context;
import java.util.List;

/** What machines searched without finding anything, for a person to agree with. */
public final class ConfirmPage {
  private final ProductPages pages;

  public ConfirmPage(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /** What the page shows. */
  public record View(String action, List<Item> items, String saved) {}

  /**
   * A searched item.
   *
   * @param tick value of its box
   */
  public record Item(
      String id,
      String tick,
      String question,
      String reason,
      List<String> lookedAt,
      List<String> notLookedAt,
      String explain) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    List<Item> items =
        snapshot.inOrder().stream()
            .map(StationItem::judged)
            .filter(Confirmation::isOpen)
            .map(j -> CardView.of(product, snapshot, j))
            .map(
                c ->
                    new Item(
                        c.item(),
                        c.seen() + " " + c.item(),
                        c.question(),
                        c.state(),
                        c.lookedAt(),
                        c.notLookedAt(),
                        c.explain()))
            .toList();
    pages.show(
        ctx,
        product,
        snapshot,
        "confirm",
        new Named(
            "Confirm",
            "confirm",
            Command.of("confirm", product.folder(), "--by", "NAME") + " --because TEXT"),
        new View(
            product.path() + "/confirm", items, Visible.of(ProductPages.query(ctx, "saved"), 10)));
  }
}
