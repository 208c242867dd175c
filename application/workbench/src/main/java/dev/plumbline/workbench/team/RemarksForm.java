package dev.plumbline.workbench.team;

import dev.plumbline.app.team.Signers;
import dev.plumbline.core.ItemId;
import dev.plumbline.workbench.page.FormRecorder;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Comments on items, and who is to decide them. Neither changes a verdict. */
public final class RemarksForm {
  private final ProductPages pages;
  private final FormRecorder recorder;

  public RemarksForm(Products products, Answers answers, Signers keys, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
  }

  /** Records a comment. */
  public void comment(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    ItemId item = item(ctx, product);
    String text = SignedText.of(ctx, "text", "The comment");
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    recorder.say(product, by, (team, at) -> team.comment(item, text, Optional.empty(), at));
    back(ctx, product, item);
  }

  /** Records who is to decide an item. */
  public void assign(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    ItemId item = item(ctx, product);
    String to = SignedText.of(ctx, "to", "The name of the person who is to decide");
    String because = SignedText.of(ctx, "because", "The reason");
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    recorder.say(product, by, (team, at) -> team.assign(item, to, because, at));
    back(ctx, product, item);
  }

  private static ItemId item(Context ctx, Product product) {
    return ProductPages.item(ProductPages.judged(product.state()), ProductPages.field(ctx, "item"))
        .item()
        .id();
  }

  private static void back(Context ctx, Product product, ItemId item) {
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, Map.of("item", item.toString(), "saved", true));
      return;
    }
    ctx.redirect(
        product.path() + "/decide?show=all&item=" + ProductPages.encoded(item.toString()),
        HttpStatus.SEE_OTHER);
  }
}
