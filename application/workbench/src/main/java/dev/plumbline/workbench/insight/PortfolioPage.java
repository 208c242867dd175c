package dev.plumbline.workbench.insight;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.PortfolioSurvey;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.html.PortfolioView;
import dev.plumbline.view.portfolio.PortfolioJson;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many products side by side: common failures, readiness for labels, support that ends. */
public final class PortfolioPage {
  private static final int MONTHS = 12;
  private static final int LONGEST = 200;
  private static final int MOST = 500;

  private final Products products;
  private final Answers answers;
  private final Clock clock;

  public PortfolioPage(Products products, Answers answers, Clock clock) {
    this.products = products;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param rows of the first products, each with its page
   * @param more products that are not listed
   */
  public record View(PortfolioView portfolio, List<Row> rows, int more) {}

  /** A product. */
  public record Row(PortfolioView.ProductRow product, String path) {}

  /** Shows it; for programs the same as {@code portfolio --format json}. */
  public void show(Context ctx) throws IOException, InterruptedException {
    LocalDate day = LocalDate.now(clock);
    LocalDate horizon = day.plusMonths(MONTHS);
    PortfolioSurvey survey =
        PortfolioSurvey.of(
            products.index(),
            products.all().stream().map(Product::folder).toList(),
            PolicyChoice.USUAL,
            day,
            done -> {});
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, PortfolioJson.of(survey.portfolio(), horizon));
      return;
    }
    PortfolioView view =
        dev.plumbline.reports.html.PortfolioReportPage.view(survey.portfolio(), horizon);
    Map<String, String> paths = new HashMap<>();
    products.all().forEach(p -> paths.put(Visible.of(p.folder().toString(), LONGEST), p.path()));
    answers.page(
        ctx,
        new Page(
            "portfolio",
            "Portfolio",
            Optional.empty(),
            "portfolio",
            Command.of("portfolio", products.all().stream().map(Product::folder).toArray()),
            new View(
                view,
                view.products().stream()
                    .limit(MOST)
                    .map(r -> new Row(r, paths.getOrDefault(r.folder(), "/")))
                    .toList(),
                Math.max(0, view.products().size() - MOST))));
  }
}
