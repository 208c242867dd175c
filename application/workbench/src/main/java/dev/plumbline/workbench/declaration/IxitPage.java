package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.CellText;
import dev.plumbline.app.edit.DeclarationEdit;
import dev.plumbline.app.edit.NewRow;
import dev.plumbline.app.edit.RowEdit;
import dev.plumbline.app.edit.RowRemoval;
import dev.plumbline.app.edit.TableFile;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.Editing.Conflict;
import dev.plumbline.workbench.declaration.Editing.TwoValues;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The IXIT: its tables, the rows of one, and the form of a row. */
public final class IxitPage {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final int LONGEST = 20_000;

  private final Declarations declarations;

  public IxitPage(Declarations declarations) {
    this.declarations = declarations;
  }

  /** What the page shows. */
  public record View(
      String path,
      List<Table> tables,
      String table,
      String name,
      String purpose,
      List<String> neededBy,
      List<Row> rows,
      String newRow,
      Optional<Form> form) {}

  /** A table in the list. */
  public record Table(String path, String id, String name, int rows, int problems, boolean here) {}

  /**
   * A row of the table.
   *
   * @param text how its description begins
   */
  public record Row(String path, String id, String text, int problems, boolean here) {}

  /**
   * The form of a row.
   *
   * @param id of the row; of a new one, a proposal for it
   * @param fresh whether it is not there yet
   * @param locked why it cannot be edited here; empty where it can
   * @param columns of the pro forma
   * @param fields that rules read beside the columns
   * @param items where all test items of the row are; empty for a new row
   * @param removable whether the row can be taken out
   */
  public record Form(
      String id,
      boolean fresh,
      String locked,
      List<IxitField> columns,
      List<IxitField> fields,
      String items,
      boolean removable,
      Editing editing) {}

  /** Where the form of a row is shown. */
  static String path(Open open, String table, String row) {
    return open.product().path()
        + "/ixit?table="
        + ProductPages.encoded(table)
        + (row.isEmpty() ? "" : "&row=" + ProductPages.encoded(row));
  }

  /** Shows the table or row that the query names. */
  public void show(Context ctx) {
    show(ctx, declarations.open(ctx), Map.of(), Optional.empty());
  }

  /** Shows what would change if the form were saved. */
  public void preview(Context ctx) {
    Open open = declarations.open(ctx);
    IxitTable table = table(open, ctx);
    Map<String, String> entered = entered(ctx, table);
    String id = fresh(ctx) ? ProductPages.field(ctx, "id") : row(ctx, table);
    IxitRow row = new IxitRow(open, table, id);
    PreviewView outlook =
        fresh(ctx) && !LABEL.matcher(id).matches()
            ? PreviewView.refused(badLabel())
            : declarations.preview(open, edit(ctx, row, entered), t -> List.of(row.lines(t)));
    show(ctx, open, entered, Optional.of(outlook));
  }

  /** Saves the form, if the file is as it was seen. */
  public void save(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    IxitTable table = table(open, ctx);
    Map<String, String> entered = entered(ctx, table);
    String id = fresh(ctx) ? ProductPages.field(ctx, "id") : row(ctx, table);
    if (fresh(ctx) && !LABEL.matcher(id).matches()) {
      throw new Refusal(422, badLabel(), "Go back and give the row another label.");
    }
    IxitRow row = new IxitRow(open, table, id);
    String page = path(open, table.id(), id);
    if (declarations.save(ctx, open, edit(ctx, row, entered), page)) {
      boolean gone = !ProductPages.field(ctx, "remove").isEmpty();
      ctx.redirect((gone ? path(open, table.id(), "") : page) + "&saved=1", HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.CONFLICT);
      show(ctx, declarations.open(ctx), entered, Optional.empty());
    }
  }

  private static String badLabel() {
    return "A row needs a label of letters, digits, '-', '_' and '.', such as AuthMech-1.";
  }

  private static DeclarationEdit edit(Context ctx, IxitRow row, Map<String, String> entered) {
    if (!ProductPages.field(ctx, "remove").isEmpty()) {
      return new RowRemoval(row.table(), row.id());
    }
    return fresh(ctx)
        ? new NewRow(row.table(), row.id(), entered)
        : new RowEdit(row.table(), row.id(), entered, ctx.formParams("declare"));
  }

  private static boolean fresh(Context ctx) {
    return !ProductPages.query(ctx, "new").isEmpty();
  }

  private static IxitTable table(Open open, Context ctx) {
    String named = ProductPages.query(ctx, "table");
    return named.isEmpty()
        ? open.catalogue().tables().values().iterator().next()
        : open.catalogue().table(named).orElseThrow(Refusal::absent);
  }

  /** The row that the query names; of a table with a single record, that; otherwise empty. */
  private static String row(Context ctx, IxitTable table) {
    return table.single() ? IxitEntry.RECORD : ProductPages.query(ctx, "row");
  }

  /** What the form holds, by key: ticks in the order of the file, then the new ones. */
  private static Map<String, String> entered(Context ctx, IxitTable table) {
    Map<String, String> entered = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> field : ctx.formParamMap().entrySet()) {
      String name = field.getKey();
      if (name.startsWith("c.") && table.column(name.substring(2)).isPresent()) {
        String text = CellText.plain(String.join("\n", field.getValue()));
        if (text.length() > LONGEST) {
          throw new Refusal(
              422,
              "A cell is too long.",
              "Keep long material in evidence files, or edit the file.");
        }
        entered.put(name.substring(2), ticked(ctx, name.substring(2), text));
      }
    }
    return entered;
  }

  private static String ticked(Context ctx, String key, String text) {
    if (ctx.formParams("was." + key).isEmpty()) {
      return text;
    }
    Set<String> now = new LinkedHashSet<>(text.lines().filter(l -> !l.isEmpty()).toList());
    if (now.size() > 1) {
      now.remove(CellText.NONE);
    }
    Set<String> ordered = new LinkedHashSet<>();
    CellText.plain(ProductPages.field(ctx, "was." + key))
        .lines()
        .filter(now::contains)
        .forEach(ordered::add);
    ordered.addAll(now);
    return String.join("\n", ordered);
  }

  private void show(
      Context ctx, Open open, Map<String, String> entered, Optional<PreviewView> outlook) {
    IxitTable table = table(open, ctx);
    String row = row(ctx, table);
    List<Row> rows = rows(open, table, row);
    boolean there = table.single() || rows.stream().anyMatch(Row::here);
    if (!row.isEmpty() && !there && !fresh(ctx)) {
      throw Refusal.absent();
    }
    Optional<Form> form =
        row.isEmpty() && !fresh(ctx)
            ? Optional.empty()
            : Optional.of(form(ctx, new IxitRow(open, table, row), entered, outlook));
    declarations
        .pages()
        .show(
            ctx,
            open.product(),
            open.dossier().product(),
            "ixit",
            new Named("IXIT", "ixit", Command.of("check", open.product().folder())),
            new View(
                open.product().path(),
                tables(open, table),
                table.id(),
                table.name(),
                table.purpose(),
                open.catalogue().groups().values().stream()
                    .filter(g -> g.tables().contains(table.id()))
                    .map(g -> g.id().value())
                    .toList(),
                rows,
                table.single() ? "" : path(open, table.id(), "") + "&new=1",
                form));
  }

  private static List<Table> tables(Open open, IxitTable here) {
    return open.catalogue().tables().values().stream()
        .map(
            t ->
                new Table(
                    path(open, t.id(), ""),
                    t.id(),
                    t.name(),
                    open.dossier().ixit().entries(t.id()).size(),
                    (int)
                        open.state().problems().stream()
                            .filter(p -> p.place().file().equals(TableFile.name(t)))
                            .count(),
                    t.id().equals(here.id())))
        .toList();
  }

  /** The rows of the file, also those that are proposed as a whole, and those of the base. */
  private static List<Row> rows(Open open, IxitTable table, String here) {
    Set<String> ids = new LinkedHashSet<>();
    open.dossier().ixit().entries(table.id()).forEach(e -> ids.add(e.id()));
    open.text(TableFile.name(table))
        .flatMap(t -> t.at(YamlPath.of("entries")))
        .filter(Listing.class::isInstance)
        .ifPresent(
            l ->
                ((Listing) l)
                    .items().stream()
                        .filter(Mapping.class::isInstance)
                        .flatMap(m -> ((Mapping) m).text("id").stream())
                        .forEach(id -> ids.add(id.strip())));
    return ids.stream()
        .map(id -> new IxitRow(open, table, id))
        .map(
            r ->
                new Row(
                    path(open, table.id(), table.single() ? "" : r.id()),
                    Visible.of(r.id(), 100),
                    Visible.of(cut(open, r), 200),
                    r.count(),
                    r.id().equals(here)))
        .toList();
  }

  private static String cut(Open open, IxitRow row) {
    String text =
        open.dossier()
            .ixit()
            .entry(row.table().id() + "/" + row.id())
            .map(e -> e.text("description"))
            .orElse("");
    return text.length() > 90 ? text.substring(0, 90) + "…" : text;
  }

  private Form form(
      Context ctx, IxitRow row, Map<String, String> entered, Optional<PreviewView> outlook) {
    Open open = row.open();
    IxitTable table = row.table();
    boolean fresh = fresh(ctx);
    boolean conflict = ctx.status().equals(HttpStatus.CONFLICT);
    String query =
        path(open, table.id(), fresh || table.single() ? "" : row.id()) + (fresh ? "&new=1" : "");
    FileLines lines = row.lines();
    String typed = ProductPages.field(ctx, "id");
    return new Form(
        fresh ? (typed.isEmpty() ? free(open, table) : Visible.of(typed, 100)) : row.id(),
        fresh,
        fresh || table.single() || row.isWritten()
            ? ""
            : "This row comes from the base of the variant. Edit it in the dossier of the base.",
        row.fields(table.columns(), entered),
        row.fields(table.fields(), entered),
        fresh
            ? ""
            : open.product().path()
                + "/decide?show=all&row="
                + ProductPages.encoded(table.id() + "/" + row.id()),
        !fresh && !table.single() && row.isWritten(),
        new Editing(
            query,
            query.replace("/ixit?", "/ixit/preview?"),
            open.files().digest(row.file()).hex(),
            ProblemView.at(open.state().problems(), lines),
            outlook,
            FileView.of(row.file(), open.files().text(row.file()), lines),
            !ProductPages.query(ctx, "saved").isEmpty(),
            declarations.undo(ctx, open.product()),
            conflict ? Optional.of(conflict(row, entered)) : Optional.empty()));
  }

  private static String free(Open open, IxitTable table) {
    String stem = table.id().substring(table.id().indexOf('-') + 1) + "-";
    Optional<YamlText> text = open.text(TableFile.name(table));
    int number = 1;
    while (text.flatMap(t -> TableFile.row(t, table, stem + "1")).isPresent() && number < 1_000) {
      String id = stem + ++number;
      if (text.flatMap(t -> TableFile.row(t, table, id)).isEmpty()) {
        return id;
      }
    }
    return stem + number;
  }

  private static Conflict conflict(IxitRow row, Map<String, String> entered) {
    Map<String, String> now = row.cells();
    List<TwoValues> values = new ArrayList<>();
    entered.forEach(
        (key, text) ->
            values.add(
                new TwoValues(
                    key, Visible.of(text, 1_000), Visible.of(now.getOrDefault(key, ""), 1_000))));
    return Conflict.of(values);
  }
}
