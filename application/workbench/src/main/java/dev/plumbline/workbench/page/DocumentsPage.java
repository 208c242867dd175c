package dev.plumbline.workbench.page;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.OwedDocuments;
import dev.plumbline.app.OwedDocuments.Owed;
import dev.plumbline.app.VerdictExport;
import dev.plumbline.app.importing.Exchanging;
import dev.plumbline.app.importing.Exchanging.Exported;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The documents that a manufacturer owes, and the declaration and the verdicts as files that others
 * fill in. Each is made when it is asked for and sent as a download.
 */
public final class DocumentsPage {
  private static final int MOST = 4;
  private static final int LONGEST = 400;

  /** The form that is no rendering: the file that goes out as it is. */
  private static final String PLAIN = "plain";

  private static final List<String> DECLARATION = List.of("xlsx", "docx", "md");
  private static final List<String> VERDICTS = List.of("xlsx", "csv", "md");

  private final ProductPages pages;
  private final Clock clock;

  public DocumentsPage(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /** What the page shows. */
  public record View(List<Document> documents, List<Export> exports) {}

  /**
   * A document.
   *
   * @param lacks the first things that lack; with any, the document is a draft
   * @param more how many more lack
   */
  public record Document(
      String id, String title, String about, List<String> lacks, int more, List<Link> links) {}

  /** A file to be filled in by others. */
  public record Export(String title, String about, List<Link> links) {}

  /** A download. */
  public record Link(String label, String path) {}

  /** Shows which there are, and what lacks. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    List<Document> documents =
        OwedDocuments.of(snapshot.workspace(), snapshot.assessment(), clock.instant()).stream()
            .map(o -> document(product, o))
            .toList();
    pages.show(
        ctx,
        product,
        snapshot,
        "documents",
        new Named(
            "Documents", "documents", Command.of("documents", "write", product.folder(), "all")),
        new View(documents, exports(product)));
  }

  private static Document document(Product product, Owed owed) {
    String path = product.path() + "/documents/" + owed.id() + "/";
    List<Link> links = new ArrayList<>();
    if (!owed.plain().isEmpty()) {
      links.add(new Link(owed.plain(), path + PLAIN));
    }
    OwedDocuments.forms().forEach(f -> links.add(new Link(f.toUpperCase(Locale.ROOT), path + f)));
    return new Document(
        owed.id(),
        owed.title(),
        owed.about(),
        owed.lacks().stream().limit(MOST).map(l -> Visible.of(l, LONGEST)).toList(),
        Math.max(0, owed.lacks().size() - MOST),
        links);
  }

  private static List<Export> exports(Product product) {
    return List.of(
        new Export(
            "ICS and IXIT",
            "What is declared, to be filled in and brought back by plumbline import-dossier.",
            links(product, "declaration", DECLARATION)),
        new Export(
            "Verdicts",
            "All test items with the verdicts of people, to be filled in and brought back by"
                + " plumbline decide --from.",
            links(product, "verdicts", VERDICTS)));
  }

  private static List<Link> links(Product product, String what, List<String> forms) {
    return forms.stream()
        .map(
            f ->
                new Link(f.toUpperCase(Locale.ROOT), product.path() + "/exports/" + what + "/" + f))
        .toList();
  }

  /** Makes a document and sends it. */
  public void document(Context ctx) throws IOException {
    Snapshot snapshot = ProductPages.judged(pages.product(ctx).state());
    String id = ctx.pathParam("document");
    String form = ctx.pathParam("form");
    boolean plain = form.equals(PLAIN);
    if (!OwedDocuments.ids().contains(id) || !(plain || OwedDocuments.forms().contains(form))) {
      throw Refusal.absent();
    }
    Path folder = Scratch.ofProcess().folder("document-");
    try {
      List<Path> files =
          OwedDocuments.write(
                  new AssessedDossier(snapshot.workspace(), snapshot.assessment()),
                  List.of(id),
                  plain ? "md" : form,
                  folder,
                  clock.instant())
              .getFirst()
              .files();
      if (plain && files.size() < 2) {
        throw new Refusal(
            409,
            "The document " + id + " has no file that may go out as it is.",
            "Load the page Documents again; it says what lacks.");
      }
      Downloads.send(ctx, plain ? files.getLast() : files.getFirst());
    } finally {
      Scratch.delete(folder);
    }
  }

  /** Makes an export and sends it. */
  public void export(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    String what = ctx.pathParam("what");
    String form = ctx.pathParam("form");
    boolean declaration = what.equals("declaration") && DECLARATION.contains(form);
    boolean verdicts = what.equals("verdicts") && VERDICTS.contains(form);
    if (!declaration && !verdicts) {
      throw Refusal.absent();
    }
    Path folder = Scratch.ofProcess().folder("export-");
    try {
      Path to = folder.resolve(product.id() + "-" + what + "." + form);
      Downloads.send(ctx, declaration ? declaration(snapshot, form, to) : verdicts(snapshot, to));
    } finally {
      Scratch.delete(folder);
    }
  }

  private static Path declaration(Snapshot snapshot, String form, Path to) throws IOException {
    Exported exported = Exchanging.export(snapshot.workspace(), form, to);
    return exported.files().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    409,
                    "This export cannot be made: "
                        + exported.problems().stream()
                            .findFirst()
                            .map(p -> Visible.of(p.place() + ": " + p.what(), LONGEST))
                            .orElse("nothing was written."),
                    "Run plumbline export in a terminal; it lists each problem."));
  }

  private static Path verdicts(Snapshot snapshot, Path to) throws IOException {
    BlindReviews.demandNone(snapshot, "The table");
    Optional<Path> written = VerdictExport.write(snapshot.assessment(), to);
    return written.orElseThrow(Refusal::absent);
  }
}
