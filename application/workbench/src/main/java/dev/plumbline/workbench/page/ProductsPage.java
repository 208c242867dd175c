package dev.plumbline.workbench.page;

import dev.plumbline.core.Verdict;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.ProductSummary;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list of products: where each stands. */
public final class ProductsPage {
  private static final int LONGEST = 200;
  private static final int MOST = 100;
  private static final int FEW = 10;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Products products;
  private final Answers answers;

  public ProductsPage(Products products, Answers answers) {
    this.products = products;
    this.answers = answers;
  }

  /**
   * What the page shows.
   *
   * @param text that names and folders are searched for
   * @param number how many products match
   * @param from number of the first that is shown, from 1
   * @param pending how many have not been judged yet since the start
   */
  public record View(
      List<Row> products,
      List<Broken> broken,
      String text,
      int number,
      int from,
      int pending,
      String previous,
      String next) {}

  /**
   * A product that was judged.
   *
   * @param open provisions that are not decided
   * @param waiting items that wait for a person
   * @param searched items that wait for a confirmation
   * @param stale decisions that rest on something that has changed since
   */
  public record Row(
      String path,
      String name,
      String version,
      String edition,
      String folder,
      VerdictView verdict,
      int fail,
      int open,
      int pass,
      int waiting,
      int searched,
      int stale,
      String supportEnds) {}

  /** A dossier that has to be mended first. */
  public record Broken(String folder, int problems, String first, String remedy) {}

  /** Shows it. */
  public void show(Context ctx) throws InterruptedException {
    products.awaitSummaries(products.all().size() <= FEW ? PATIENCE_MILLIS : 0);
    String text = ProductPages.query(ctx, "q");
    String wanted = text.toLowerCase(Locale.ROOT);
    List<Line> all =
        products.all().stream()
            .filter(p -> wanted.isEmpty() || p.matches(wanted))
            .map(p -> new Line(p, p.summary()))
            .toList();
    int page = page(ProductPages.query(ctx, "page"), all.size());
    List<Row> rows = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    for (Line line : all.subList(page * MOST, Math.min(all.size(), (page + 1) * MOST))) {
      switch (line.summary()) {
        case ProductSummary.Standing s -> rows.add(row(line.product(), s));
        case ProductSummary.Broken b -> broken.add(broken(line.product(), b));
        case ProductSummary.Pending p -> {}
      }
    }
    long pending =
        products.all().stream().filter(p -> p.summary() instanceof ProductSummary.Pending).count();
    answers.page(
        ctx,
        new Page(
            "products",
            "Products",
            Optional.empty(),
            "products",
            Command.of(
                "portfolio", products.all().stream().limit(FEW).map(Product::folder).toArray()),
            new View(
                rows,
                broken,
                Visible.of(text, LONGEST),
                all.size(),
                page * MOST + 1,
                (int) pending,
                page > 0 ? path(text, page - 1) : "",
                (page + 1) * MOST < all.size() ? path(text, page + 1) : "")));
  }

  /** A product as it was known when the list was made. */
  private record Line(Product product, ProductSummary summary) {}

  /** From 0; the last one where there are fewer. */
  private static int page(String number, int size) {
    int wanted = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) - 1 : 0;
    return Math.min(wanted, Math.max(0, size - 1) / MOST);
  }

  private static String path(String text, int page) {
    return "/?q=" + ProductPages.encoded(text) + "&page=" + (page + 1);
  }

  private static Row row(Product product, ProductSummary.Standing s) {
    return new Row(
        product.path(),
        Visible.of(s.product().name(), LONGEST),
        Visible.of(s.product().softwareVersion(), LONGEST),
        s.product().edition(),
        Visible.of(s.product().folder(), LONGEST),
        VerdictView.of(s.product().verdict()),
        s.product().number(Verdict.FAIL),
        s.product().number(Verdict.INCONCLUSIVE),
        s.product().number(Verdict.PASS),
        s.waiting(),
        s.searched(),
        s.product().staleDecisions(),
        s.product().supportEnds().map(LocalDate::toString).orElse("not declared"));
  }

  private static Broken broken(Product product, ProductSummary.Broken b) {
    return new Broken(
        Visible.of(product.folder().toString(), LONGEST),
        b.problems(),
        b.first()
            .map(f -> Visible.of(f.place() + ": " + f.what()))
            .orElse("The folder cannot be read."),
        b.first()
            .map(f -> Visible.of(f.remedy()))
            .orElse("Look whether it is still there, and who may read it."));
  }
}
