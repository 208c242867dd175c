package dev.plumbline.workbench.page;

import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.reports.Visible;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Need;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How a product stands to every level of every label, mark and law. */
public final class LabelsPage {
  private static final int MOST = 6;

  private final ProductPages pages;
  private final Clock clock;

  public LabelsPage(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param on the day for which is asked
   */
  public record View(String on, List<Level> levels) {}

  /**
   * One level.
   *
   * @param answer eligible, not eligible or cannot tell
   * @param met provisions that are met, of those that it asks for
   * @param missing the first provisions that are not met
   * @param more how many more are not met
   * @param beside what it asks for beside provisions and is not shown
   */
  public record Level(
      String scheme,
      String level,
      VerdictView answer,
      int met,
      int needs,
      List<Missing> missing,
      int more,
      int beside,
      List<String> obstacles) {}

  /** A provision that is not met. */
  public record Missing(String id, String path) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    LocalDate day = LocalDate.now(clock);
    List<Level> levels =
        SchemeStanding.levels(
                snapshot.workspace(),
                snapshot.assessment(),
                Schemes.load(),
                CatalogueLoader.all(),
                day)
            .stream()
            .map(e -> level(product, e))
            .toList();
    pages.show(
        ctx,
        product,
        snapshot,
        "labels",
        new Named("Labels and laws", "labels", Command.of("schemes", "for", product.folder())),
        new View(day.toString(), levels));
  }

  private static Level level(Product product, Eligibility e) {
    List<Need> missing = e.missing();
    return new Level(
        e.scheme().name(),
        e.level().name(),
        answer(e),
        e.needs().size() - missing.size(),
        e.needs().size(),
        missing.stream()
            .limit(MOST)
            .map(
                n ->
                    new Missing(
                        n.asked().value(),
                        ItemLinks.provision(
                            product,
                            (n.close().isEmpty() ? n.asked() : n.close().getFirst()).value())))
            .toList(),
        Math.max(0, missing.size() - MOST),
        e.unseen().size(),
        e.obstacles().stream().map(o -> Visible.of(o, 400)).toList());
  }

  private static VerdictView answer(Eligibility e) {
    return switch (e.outcome()) {
      case ELIGIBLE -> new VerdictView("eligible", "pass", "✓");
      case CANNOT_TELL -> new VerdictView("cannot tell", "inconclusive", "?");
      case NOT_ELIGIBLE -> new VerdictView("not eligible", "fail", "✗");
    };
  }
}
