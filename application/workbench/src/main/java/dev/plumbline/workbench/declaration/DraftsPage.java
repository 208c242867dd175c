package dev.plumbline.workbench.declaration;

import dev.plumbline.app.draft.Drafting;
import dev.plumbline.app.draft.Proposal;
import dev.plumbline.app.edit.CellText;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.core.Digest;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code draft} proposes for empty cells: to accept, change or leave, one by one. */
public final class DraftsPage {
  private static final int LONGEST = 20_000;

  private final Declarations declarations;

  public DraftsPage(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * What the page shows.
   *
   * @param seen digest of what is proposed; the form sends it back
   * @param saved how many cells were written; empty before anything was
   */
  public record View(
      String path,
      String action,
      String preview,
      String seen,
      List<Row> rows,
      int cells,
      Optional<PreviewView> outlook,
      String saved,
      String undo) {}

  /** The proposals for one row. */
  public record Row(String subject, boolean fresh, String path, List<Cell> cells) {}

  /**
   * A proposal.
   *
   * @param number among all of them; names the fields of the form
   * @param meaning what the column asks for
   * @param text the value as a person types it
   * @param certainty certain, likely or guess
   * @param from where it was taken from
   * @param accepted whether the form accepts it
   */
  public record Cell(
      int number,
      String name,
      String meaning,
      String text,
      boolean list,
      String certainty,
      String from,
      boolean accepted) {}

  /** Shows all. */
  public void show(Context ctx) {
    show(ctx, declarations.open(ctx), Optional.empty());
  }

  /** Shows what the accepted ones would change. */
  public void preview(Context ctx) {
    Open open = declarations.open(ctx);
    List<Proposal> accepted = accepted(ctx, proposals(open));
    PreviewView outlook =
        accepted.isEmpty()
            ? PreviewView.refused("No proposal was accepted yet.")
            : declarations.preview(
                open, Drafting.texts(open.state().workspace(), accepted, false), t -> List.of());
    show(ctx, open, Optional.of(outlook));
  }

  /** Writes the accepted ones, if what is proposed is as the form saw it. */
  public void save(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    List<Proposal> accepted = accepted(ctx, proposals(open));
    if (accepted.isEmpty()) {
      throw new Refusal(422, "No proposal was accepted.", "Go back and accept what holds.");
    }
    Map<String, Digest> seen = new LinkedHashMap<>();
    for (String file : Drafting.texts(open.state().workspace(), accepted, false).keySet()) {
      seen.put(file, open.files().digest(file));
    }
    // Made after the digests: what somebody writes from here on is told when it is saved.
    Map<String, String> texts = Drafting.texts(open.state().workspace(), accepted, false);
    if (!seen.keySet().equals(texts.keySet())
        || !proposals(open).equals(proposals(declarations.open(ctx)))
        || !declarations.save(ctx, open, texts, seen, path(open))) {
      throw changed();
    }
    ctx.redirect(path(open) + "?saved=" + accepted.size(), HttpStatus.SEE_OTHER);
  }

  private static Refusal changed() {
    return new Refusal(
        409,
        "The proposals or the files have changed since you opened the page, so nothing was saved.",
        "Load the page again and read what is proposed now.");
  }

  private static String path(Open open) {
    return open.product().path() + "/drafts";
  }

  private static List<Proposal> proposals(Open open) {
    return Drafting.proposals(open.state().workspace(), Optional.empty());
  }

  private static String digest(List<Proposal> proposals) {
    return Digest.ofParts(proposals.stream().map(Proposal::toString).toList()).hex();
  }

  /** Those that the form accepts, with the values that it gives them. */
  private static List<Proposal> accepted(Context ctx, List<Proposal> proposals) {
    if (!ProductPages.field(ctx, "seen").equals(digest(proposals))) {
      throw changed();
    }
    List<Proposal> accepted = new ArrayList<>();
    for (int i = 0; i < proposals.size(); i++) {
      Proposal proposal = proposals.get(i);
      String typed = CellText.plain(ProductPages.field(ctx, "v" + i));
      if (!isAccepted(ctx, i)) {
        continue;
      }
      if (typed.isEmpty() || typed.length() > LONGEST) {
        throw new Refusal(
            422,
            Visible.of(proposal.cell(), 200) + " is accepted and has no value, or a very long one.",
            "Write the value, or leave the proposal.");
      }
      accepted.add(typed.equals(proposal.text()) ? proposal : proposal.typed(typed));
    }
    return accepted;
  }

  private static boolean isAccepted(Context ctx, int number) {
    return ctx.formParams("accept").contains(String.valueOf(number));
  }

  private void show(Context ctx, Open open, Optional<PreviewView> outlook) {
    List<Proposal> proposals = proposals(open);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < proposals.size(); i++) {
      rows.computeIfAbsent(
              proposals.get(i).table() + "/" + proposals.get(i).row(), r -> new ArrayList<>())
          .add(i);
    }
    String saved = ProductPages.query(ctx, "saved");
    declarations
        .pages()
        .show(
            ctx,
            open.product(),
            open.dossier().product(),
            "drafts",
            new Named("Drafts", "drafts", Command.of("draft", open.product().folder())),
            new View(
                open.product().path(),
                path(open),
                path(open) + "/preview",
                digest(proposals),
                rows.entrySet().stream()
                    .map(e -> row(ctx, open, e.getKey(), e.getValue(), proposals))
                    .toList(),
                proposals.size(),
                outlook,
                saved.matches("[0-9]{1,4}") ? saved : "",
                declarations.undo(ctx, open.product())));
  }

  private static Row row(
      Context ctx, Open open, String subject, List<Integer> numbers, List<Proposal> proposals) {
    Proposal first = proposals.get(numbers.getFirst());
    return new Row(
        Visible.of(subject, 200),
        first.newRow(),
        first.newRow()
            ? IxitPage.path(open, first.table(), "")
            : IxitPage.path(open, first.table(), first.row()),
        numbers.stream().map(n -> cell(ctx, open, n, proposals.get(n))).toList());
  }

  private static Cell cell(Context ctx, Open open, int number, Proposal p) {
    Optional<IxitColumn> column = open.catalogue().table(p.table()).flatMap(t -> t.column(p.key()));
    String typed = CellText.plain(ProductPages.field(ctx, "v" + number));
    return new Cell(
        number,
        column.map(IxitColumn::name).orElse(p.key()),
        column.map(IxitColumn::meaning).orElse(""),
        typed.isEmpty() ? p.text() : typed,
        p.value() instanceof List<?>,
        p.certainty().word(),
        Visible.of(p.from(), 300),
        isAccepted(ctx, number));
  }
}
