package dev.plumbline.workbench.page;

import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.phone.ArrivedFile;
import dev.plumbline.workbench.phone.PhonePlace;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetAddress;

/**
 * Opens and closes the page for a phone, and shows what came from it. The phone decides nothing: a
 * person keeps a file with a decision, or throws it away.
 */
public final class PhoneForm {
  private final ProductPages pages;
  private final Phones phones;

  public PhoneForm(Products products, Answers answers, Phones phones) {
    this.pages = new ProductPages(products, answers);
    this.phones = phones;
  }

  /**
   * Shows the part of Decide or Row that is about the phone; nothing where it is as it was shown.
   */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    PhoneSubject subject = PhoneSubject.of(ctx, product, snapshot);
    PhoneView view = phones.view(ctx, product, subject);
    if (view.state().equals(ProductPages.query(ctx, "shown"))) {
      ctx.status(HttpStatus.NO_CONTENT);
      return;
    }
    pages.show(ctx, product, snapshot, "phone", new Named("Decide", "decide", ""), view);
  }

  /** Opens the page for a phone. */
  public void open(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    PhoneSubject subject = subject(ctx, product);
    InetAddress address = phones.address(ProductPages.field(ctx, "address"));
    phones.uploads().open(Phones.place(ctx, product, subject.name()), subject.question(), address);
    back(ctx, subject);
  }

  /** Closes the page for a phone; what came goes on waiting. */
  public void close(Context ctx) {
    Product product = pages.product(ctx);
    PhoneSubject subject = subject(ctx, product);
    phones.uploads().close(Phones.place(ctx, product, subject.name()));
    back(ctx, subject);
  }

  /** Throws a file away. */
  public void discard(Context ctx) {
    Product product = pages.product(ctx);
    PhoneSubject subject = subject(ctx, product);
    PhonePlace place = Phones.place(ctx, product, subject.name());
    phones.uploads().discard(place, ProductPages.field(ctx, "file"));
    back(ctx, subject);
  }

  /** Sends a picture that waits. */
  public void picture(Context ctx) {
    Product product = pages.product(ctx);
    PhonePlace place = Phones.place(ctx, product, subject(ctx, product).name());
    ArrivedFile file =
        phones.uploads().files(place).stream()
            .filter(f -> f.id().equals(ctx.pathParam("file")))
            .findFirst()
            .orElseThrow(Refusal::absent);
    PictureType type = Phones.type(file).orElseThrow(Refusal::absent);
    ctx.header("Content-Security-Policy", Downloads.POLICY);
    ctx.header("Content-Disposition", "inline; filename=\"" + file.id() + "\"");
    ctx.contentType(type.mime()).result(file.content());
  }

  private static PhoneSubject subject(Context ctx, Product product) {
    return PhoneSubject.of(ctx, product, ProductPages.judged(product.state()));
  }

  private static void back(Context ctx, PhoneSubject subject) {
    ctx.redirect(subject.page() + "?" + subject.query() + "#phone", HttpStatus.SEE_OTHER);
  }
}
