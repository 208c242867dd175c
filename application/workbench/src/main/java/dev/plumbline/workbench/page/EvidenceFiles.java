package dev.plumbline.workbench.page;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Evidence files, by their digest alone and never shown in place: a browser stores them, and what
 * it might open of them all the same has no script, no origin and no form.
 */
public final class EvidenceFiles {
  private static final long MOST = 256L << 20;

  private final ProductPages pages;

  public EvidenceFiles(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /** Sends the file. */
  public void send(Context ctx) throws IOException {
    Snapshot snapshot = ProductPages.judged(pages.product(ctx).state());
    String hex = ctx.pathParam("digest");
    EvidenceFile listed =
        Optional.ofNullable(snapshot.workspace().dossier().evidence().get(hex))
            .orElseThrow(Refusal::absent);
    Path file =
        snapshot
            .workspace()
            .folder()
            .file(listed.path(), new Problems())
            .orElseThrow(Refusal::absent);
    long size = Files.size(file);
    if (size > MOST) {
      throw new Refusal(
          413, "The file is larger than 256 MiB.", "Take it from the folder of the dossier.");
    }
    byte[] bytes =
        snapshot
            .workspace()
            .readEvidence(new EvidenceRef(new Digest(hex), 0, size))
            .orElseThrow(
                () ->
                    new Refusal(
                        409, "The file was changed since it was listed.", "Run plumbline check."));
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
    ctx.header("Content-Disposition", "attachment; filename=\"" + hex.substring(0, 12) + "\"");
    ctx.contentType("application/octet-stream").result(bytes);
  }
}
