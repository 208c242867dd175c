package dev.plumbline.workbench.page;

import dev.plumbline.core.Verdict;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.State;
import dev.plumbline.workbench.product.Summary;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of products: where each stands. */
public final class ProductsPage {
  private static final int LONGEST = 200;

  private final Products products;
  private final Answers answers;

  public ProductsPage(Products products, Answers answers) {
    this.products = products;
    this.answers = answers;
  }

  /** What the page shows. */
  public record View(List<Row> products, List<Broken> broken) {}

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
  public void show(Context ctx) {
    List<Row> rows = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    for (Product product : products.all()) {
      product
          .summary()
          .ifPresentOrElse(s -> rows.add(row(product, s)), () -> broken.add(broken(product)));
    }
    answers.page(
        ctx,
        new Page(
            "products",
            "Products",
            Optional.empty(),
            "products",
            Command.of("portfolio", products.all().stream().map(Product::folder).toArray()),
            new View(rows, broken)));
  }

  private static Row row(Product product, Summary s) {
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

  private static Broken broken(Product product) {
    String folder = Visible.of(product.folder().toString(), LONGEST);
    return switch (product.state()) {
      case State.Broken b ->
          new Broken(
              folder,
              b.problems().size(),
              Visible.of(b.problems().getFirst().place() + ": " + b.problems().getFirst().what()),
              Visible.of(b.problems().getFirst().remedy()));
      default -> new Broken(folder, 0, "It was mended just now.", "Load the page again.");
    };
  }
}
