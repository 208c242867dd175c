package dev.plumbline.workbench.declaration;

import dev.plumbline.app.importing.Exchanging;
import dev.plumbline.app.importing.Exchanging.Proposal;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.CellMerge;
import dev.plumbline.exchange.CellMerge.Taken;
import dev.plumbline.exchange.Conflict;
import dev.plumbline.exchange.DossierUpdate;
import dev.plumbline.exchange.Told;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.SentFiles.Sent;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A workbook, document or table of the maker beside the dossier and beside what it said at the last
 * import: cell by cell, a person says which counts.
 */
public final class ImportPage {
  /** As much as a reader of such files reads of one. */
  private static final int MOST_BYTES = 32 << 20;

  private static final int MOST = 300;
  private static final int LONGEST = 1_000;

  private final Declarations declarations;
  private final SentFiles sent = new SentFiles();

  public ImportPage(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * What the page shows.
   *
   * @param document the file that was sent; empty before one was
   * @param saved how many rows and cells were taken in just now; empty before any was
   */
  public record View(String path, Optional<Document> document, String saved, String undo) {}

  /**
   * A file beside the dossier.
   *
   * @param seen digest of what the form is made from
   * @param read whether it could be read
   * @param both cells that both changed
   * @param theirs cells that the file alone changed
   * @param mine cells that the dossier alone changed
   * @param more how many cells are not listed; these keep to the usual choice
   * @param rows that the file adds
   * @param left texts that are not in the dossier
   */
  public record Document(
      String name,
      String seen,
      boolean read,
      List<Cell> both,
      List<Cell> theirs,
      List<Cell> mine,
      int more,
      List<String> rows,
      int moreRows,
      List<Left> left,
      int moreLeft,
      List<ProblemView> problems,
      Optional<PreviewView> outlook) {}

  /**
   * A cell.
   *
   * @param number among all of them; names the field of the form
   * @param then what the file said at the last import
   * @param taken {@code file}, {@code dossier} or {@code neither}
   */
  public record Cell(
      int number, String name, String then, String mine, String theirs, String taken) {}

  /** A text of the file that has no place in the dossier. */
  public record Left(String where, String why, String text) {}

  /** Shows the file that was sent last, or the form to send one. */
  public void show(Context ctx) {
    Open open = declarations.open(ctx);
    Optional<Document> document =
        sent.of(Guard.session(ctx), open.product().id())
            .map(f -> document(f, proposal(open, f, Map.of()), Map.of(), Optional.empty()));
    show(ctx, open, document);
  }

  /** Keeps the file that is sent. */
  public void send(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    Attachment file =
        Uploads.of(ctx, "document").stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        422,
                        "No file was sent.",
                        "Go back and choose a file that ends in .xlsx, .docx, .ods, .odt, .csv,"
                            + " .json or .md."));
    if (file.content().length > MOST_BYTES) {
      throw new Refusal(
          413, "The file is larger than 32 MiB.", "Send the tables without pictures.");
    }
    sent.keep(Guard.session(ctx), open.product().id(), file.name(), file.content());
    ctx.redirect(path(open), HttpStatus.SEE_OTHER);
  }

  /** Shows what the choices would change. */
  public void preview(Context ctx) {
    Open open = declarations.open(ctx);
    Sent file = file(ctx, open);
    Proposal usual = usual(ctx, open, file);
    Map<String, Taken> choices = choices(ctx, usual);
    PreviewView outlook =
        declarations.preview(open, proposal(open, file, choices).files(), t -> List.of());
    show(ctx, open, Optional.of(document(file, usual, choices, Optional.of(outlook))));
  }

  /** Takes the file in as the choices say, if all is as the form saw it. */
  public void save(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    Sent file = file(ctx, open);
    Map<String, Digest> before = digests(open);
    // Made after the digests: what somebody writes from here on is told when it is saved.
    Proposal usual = usual(ctx, open, file);
    Proposal chosen = proposal(open, file, choices(ctx, usual));
    if (chosen.texts().isEmpty()) {
      throw new Refusal(422, "Nothing of the file could be read.", "Load the page again.");
    }
    Map<String, Digest> seen = new LinkedHashMap<>();
    chosen.texts().keySet().forEach(n -> seen.put(n, before.getOrDefault(n, Digest.of(""))));
    if (!declarations.save(ctx, open, chosen.texts(), seen, path(open))) {
      throw changed();
    }
    sent.forget(Guard.session(ctx));
    ctx.redirect(path(open) + "?saved=" + chosen.imported().changes().size(), HttpStatus.SEE_OTHER);
  }

  /** Forgets the file that was sent. */
  public void forget(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    sent.forget(Guard.session(ctx));
    ctx.redirect(path(open), HttpStatus.SEE_OTHER);
  }

  private static String path(Open open) {
    return open.product().path() + "/import";
  }

  private Sent file(Context ctx, Open open) {
    return sent.of(Guard.session(ctx), open.product().id()).orElseThrow(ImportPage::changed);
  }

  private static Refusal changed() {
    return new Refusal(
        409,
        "The dossier or the file has changed since you opened the page, so nothing was taken in.",
        "Load the page again and read what differs now.");
  }

  private static Proposal proposal(Open open, Sent file, Map<String, Taken> choices) {
    CellMerge.Choice usual = CellMerge.Choice.usual(Conflict.Side.DOSSIER);
    return Exchanging.propose(
        file.path(),
        open.product().folder(),
        cell -> choices.getOrDefault(name(cell), usual.of(cell)));
  }

  /** What is proposed where nobody chooses, which has to be what the form was made from. */
  private static Proposal usual(Context ctx, Open open, Sent file) {
    Proposal usual = proposal(open, file, Map.of());
    if (!ProductPages.field(ctx, "seen").equals(digest(usual))) {
      throw changed();
    }
    return usual;
  }

  /** Digests of all files that an import can write to and that there are. */
  private static Map<String, Digest> digests(Open open) {
    Map<String, Digest> digests = new HashMap<>();
    Stream.concat(
            open.files().folder().yamlFiles(new Problems()).stream(),
            Stream.of(DossierUpdate.REMEMBERED))
        .forEach(f -> digests.put(f, open.files().digest(f)));
    return digests;
  }

  private static String digest(Proposal proposal) {
    return Digest.ofParts(
            Stream.concat(
                    proposal.texts().entrySet().stream()
                        .flatMap(t -> Stream.of(t.getKey(), t.getValue())),
                    proposal.cells().stream().map(CellMerge::toString))
                .toList())
        .hex();
  }

  private static String name(CellMerge cell) {
    return cell.table() + " " + cell.row() + " " + cell.key();
  }

  private static Map<String, Taken> choices(Context ctx, Proposal usual) {
    Map<String, Taken> choices = new HashMap<>();
    for (int i = 0; i < Math.min(MOST, usual.cells().size()); i++) {
      String said = ProductPages.field(ctx, "c" + i);
      for (Taken taken : Taken.values()) {
        if (word(taken).equals(said)) {
          choices.put(name(usual.cells().get(i)), taken);
        }
      }
    }
    return choices;
  }

  private static String word(Taken taken) {
    return taken.name().toLowerCase(Locale.ROOT);
  }

  private static Document document(
      Sent file, Proposal usual, Map<String, Taken> choices, Optional<PreviewView> outlook) {
    List<CellMerge> cells = usual.cells();
    List<Told> left = usual.imported().told().stream().filter(Told::isLeft).toList();
    List<String> rows = rows(usual);
    return new Document(
        Visible.of(file.name(), 120),
        digest(usual),
        usual.imported().read(),
        cells(cells, CellMerge.Standing.BOTH_CHANGED, choices),
        cells(cells, CellMerge.Standing.FILE_CHANGED, choices),
        cells(cells, CellMerge.Standing.DOSSIER_CHANGED, choices),
        Math.max(0, cells.size() - MOST),
        rows.stream().limit(MOST).map(r -> Visible.of(r, 200)).toList(),
        Math.max(0, rows.size() - MOST),
        left.stream().limit(MOST).map(ImportPage::left).toList(),
        Math.max(0, left.size() - MOST),
        ProblemView.of(usual.imported().problems()),
        outlook);
  }

  private static List<Cell> cells(
      List<CellMerge> all, CellMerge.Standing standing, Map<String, Taken> choices) {
    CellMerge.Choice usual = CellMerge.Choice.usual(Conflict.Side.DOSSIER);
    return IntStream.range(0, Math.min(MOST, all.size()))
        .filter(i -> all.get(i).standing() == standing)
        .mapToObj(
            i -> {
              CellMerge cell = all.get(i);
              return new Cell(
                  i,
                  Visible.of(name(cell), 200),
                  Visible.of(cell.before(), LONGEST),
                  Visible.of(cell.mine(), LONGEST),
                  Visible.of(cell.theirs(), LONGEST),
                  word(choices.getOrDefault(name(cell), usual.of(cell))));
            })
        .toList();
  }

  /** What the file adds as a whole: changes that are no cell that both have. */
  private static List<String> rows(Proposal usual) {
    List<String> rows = new ArrayList<>(usual.imported().changes());
    usual.cells().forEach(c -> rows.remove(name(c)));
    return rows;
  }

  private static Left left(Told told) {
    return new Left(
        Visible.of(told.place().toString(), 200),
        Visible.of(told.why(), 300),
        Visible.of(told.text(), LONGEST));
  }

  private void show(Context ctx, Open open, Optional<Document> document) {
    declarations
        .pages()
        .show(
            ctx,
            open.product(),
            open.dossier().product(),
            "import",
            new Named(
                "Import",
                "import",
                Command.of(
                    "import-dossier",
                    document.map(Document::name).orElse("FILE"),
                    open.product().folder())),
            new View(
                path(open),
                document,
                Visible.of(ProductPages.query(ctx, "saved"), 10),
                declarations.undo(ctx, open.product())));
  }
}
