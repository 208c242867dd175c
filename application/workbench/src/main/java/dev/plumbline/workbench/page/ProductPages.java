package dev.plumbline.workbench.page;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.product.State;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Shell.ProductLink;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the pages of one product share. */
public final class ProductPages {
  private static final int LONGEST = 120;

  private final Products products;
  private final Answers answers;

  /** For the products that are served. */
  public ProductPages(Products products, Answers answers) {
    this.products = products;
    this.answers = answers;
  }

  /** The product that the address names. */
  public Product product(Context ctx) {
    return products.find(ctx.pathParam("product"));
  }

  /** The dossier as it is now, if it can be judged. */
  public static Snapshot judged(State state) {
    return switch (state) {
      case Snapshot s -> s;
      case State.Broken b -> throw broken(b);
    };
  }

  private static Refusal broken(State.Broken b) {
    Problem first = b.problems().getFirst();
    return new Refusal(
        409,
        "The dossier has to be mended first: " + Visible.of(first.place() + ": " + first.what()),
        Visible.of(first.remedy()));
  }

  /** An item that a request names. */
  public static Judged item(Snapshot snapshot, String name) {
    String unit = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    if (!UnitId.isValid(unit) || name.endsWith("@")) {
      throw Refusal.absent();
    }
    return snapshot.item(ItemId.parse(name)).orElseThrow(Refusal::absent);
  }

  /** Writes a page of a product. */
  public void show(
      Context ctx, Product product, Snapshot snapshot, String template, Named named, Object view) {
    show(ctx, product, snapshot.assessment().product(), template, named, view);
  }

  /** Writes a page of a product, also of one that cannot be judged before it is mended. */
  public void show(
      Context ctx,
      Product product,
      dev.plumbline.dossier.Product declared,
      String template,
      Named named,
      Object view) {
    String name = Visible.of((declared.manufacturer() + " " + declared.name()).trim(), LONGEST);
    answers.page(
        ctx,
        new Page(
            template,
            named.title() + " · " + name,
            Optional.of(new ProductLink(product.path(), name)),
            named.tab(),
            named.command(),
            view));
  }

  /** How a page is called, and what does the same in a terminal. */
  public record Named(String title, String tab, String command) {}

  /** A parameter of the query; empty where there is none. */
  public static String query(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
  }

  /** A field of a form; empty where there is none. */
  public static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("").strip();
  }

  /** A text as part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
