package dev.plumbline.workbench.page;

import dev.plumbline.app.Reports;
import dev.plumbline.app.version.Version;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The reports of a product, each made when it is asked for and sent as a download. */
public final class ReportsPage {
  private final ProductPages pages;
  private final Clock clock;

  public ReportsPage(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /** What the page shows. */
  public record View(List<Format> formats) {}

  /** A format. */
  public record Format(String id, String about, String path) {}

  /** Shows which there are. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    pages.show(
        ctx,
        product,
        snapshot,
        "reports",
        new Named("Reports", "reports", Command.of("report", product.folder())),
        new View(
            Reports.choices().stream()
                .map(c -> new Format(c.id(), c.about(), product.path() + "/reports/" + c.id()))
                .toList()));
  }

  /** Makes one and sends it. */
  public void send(Context ctx) throws IOException {
    Snapshot snapshot = ProductPages.judged(pages.product(ctx).state());
    String wanted = ctx.pathParam("format");
    if (Reports.choices().stream().noneMatch(c -> c.id().equals(wanted))) {
      throw Refusal.absent();
    }
    BlindReviews.demandNone(snapshot, "The report");
    Path folder = Scratch.ofProcess().folder("report-");
    try {
      Reports.Written written =
          Reports.write(
              snapshot.assessment(),
              snapshot.workspace(),
              folder,
              Set.of(wanted),
              clock.instant(),
              Version.TOOL);
      if (written.files().isEmpty()) {
        throw new Refusal(
            409,
            "This report cannot be made: "
                + Visible.of(String.join(" ", written.lacks().values()), 400),
            "Add what is missing to the dossier; then try again.");
      }
      Downloads.send(ctx, written.files().getFirst());
    } finally {
      Scratch.delete(folder);
    }
  }
}
