package dev.plumbline.workbench.page;

import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * Evidence files, by their digest alone: as a download, or as a picture where the first bytes are
 * those of one. What a browser might open of them all the same has no script, no origin and no
 * form.
 */
public final class EvidenceFiles {
  private static final long MOST = 256L << 20;

  private final ProductPages pages;

  public EvidenceFiles(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /** Sends the file as a download. */
  public void send(Context ctx) throws IOException {
    ListedEvidence evidence = find(ctx);
    answer(ctx, evidence, "attachment", "application/octet-stream");
  }

  /** Sends the file as a picture. */
  public void picture(Context ctx) throws IOException {
    ListedEvidence evidence = find(ctx);
    PictureType type =
        PictureType.of(evidence.read(0, Math.min(PictureType.HEAD, evidence.size())))
            .orElseThrow(Refusal::absent);
    answer(ctx, evidence, "inline", type.mime());
  }

  private ListedEvidence find(Context ctx) throws IOException {
    return ListedEvidence.find(
        ProductPages.judged(pages.product(ctx).state()), ctx.pathParam("digest"));
  }

  private static void answer(
      Context ctx, ListedEvidence evidence, String disposition, String type) {
    if (evidence.size() > MOST) {
      throw new Refusal(
          413, "The file is larger than 256 MiB.", "Take it from the folder of the dossier.");
    }
    byte[] bytes = evidence.read(0, evidence.size());
    ctx.header("Content-Security-Policy", Downloads.POLICY);
    ctx.header(
        "Content-Disposition",
        disposition + "; filename=\"" + evidence.entry().sha256().shortForm() + "\"");
    ctx.contentType(type).result(bytes);
  }
}
