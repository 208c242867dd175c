package dev.plumbline.workbench.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.app.original.OriginalWordings.Passage;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** One provision with its units and items. */
public final class ProvisionPage {
  private final ProductPages pages;

  public ProvisionPage(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /**
   * What the page shows.
   *
   * @param original wording of the provision; for eyes at this machine, so that no JSON holds it
   */
  public record View(
      String id,
      String title,
      String status,
      String summary,
      String reason,
      VerdictView verdict,
      List<Unit> units,
      @JsonIgnore Optional<Passage> original) {}

  /** A test unit. */
  public record Unit(String id, String question, VerdictView verdict, List<Item> items) {}

  /** A test item. */
  public record Item(
      String subject,
      VerdictView verdict,
      String by,
      String reason,
      String explain,
      String decide) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    String id = ProductPages.query(ctx, "id");
    GroupResult group =
        snapshot
            .assessment()
            .groups()
            .filter(g -> g.provision().id().value().equals(id))
            .findFirst()
            .orElseThrow(Refusal::absent);
    View view =
        new View(
            id,
            group.provision().title(),
            group.provision().printedStatus()
                + " · "
                + group.answer().map(a -> "ICS " + a.support().printed()).orElse("no ICS answer")
                + " · "
                + Words.standing(group.standing()),
            group.provision().summary(),
            Visible.of(group.reason(), 800),
            VerdictView.of(group.verdict()),
            group.cases().stream()
                .flatMap(c -> c.units().stream())
                .map(u -> unit(product, u))
                .toList(),
            OriginalView.of(snapshot, id));
    pages.show(
        ctx,
        product,
        snapshot,
        "provision",
        new Named("Provision " + id, "overview", Command.of("status", product.folder())),
        view);
  }

  private static Unit unit(Product product, UnitResult unit) {
    return new Unit(
        unit.unit().id().value(),
        unit.unit().check(),
        VerdictView.of(unit.verdict()),
        unit.items().stream()
            .map(
                j ->
                    new Item(
                        Visible.of(j.item().id().subject(), 200),
                        VerdictView.of(j.verdict()),
                        Words.decidedBy(j.by()),
                        Visible.of(j.finding().reason(), 600),
                        ItemLinks.explain(product, j.item().id()),
                        product.path()
                            + "/decide?show=all&item="
                            + ProductPages.encoded(j.item().id().toString())))
            .toList());
  }
}
