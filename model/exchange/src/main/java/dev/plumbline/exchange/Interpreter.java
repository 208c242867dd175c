package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.Incoming.Value;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Ids;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.GridCell;
import dev.plumbline.exchange.source.Source;
import dev.plumbline.exchange.source.Stray;
import dev.plumbline.exchange.write.XlsxSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of the tables of a file what they say of a dossier; tells about every cell left out. */
final class Interpreter {
  private final Catalogue catalogue;
  private final Vocabulary words;
  private final Recogniser recogniser;
  private final Telling telling;
  private final Expected expected;
  private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<String> aside = new ArrayList<>();
  private final Map<String, List<GridCell>> remarks = new LinkedHashMap<>();
  private final List<Grid> summaries = new ArrayList<>();

  /** A row whose cells are read when the names of all rows are known. */
  private record Pending(Layout layout, RowIds.Name name, RawRow raw) {}

  private Interpreter(Catalogue catalogue, Vocabulary words, Map<String, Set<String>> known) {
    List<Layout> layouts = Layouts.of(catalogue);
    this.catalogue = catalogue;
    this.words = words;
    this.recogniser = new Recogniser(layouts, words);
    this.expected = new Expected(catalogue);
    this.telling = new Telling(Guide.of(layouts, catalogue.edition().id().version()));
    known.forEach((table, ids) -> names.put(table, new LinkedHashSet<>(ids)));
  }

  /**
   * What a file says, and what of it was not simply taken.
   *
   * @param told cell by cell, in the order of the file
   */
  record Outcome(Incoming incoming, List<Told> told) {}

  /**
   * Reads a file.
   *
   * @param known ids of the rows that the dossier has, by table
   */
  static Outcome read(
      Source source,
      Catalogue catalogue,
      Vocabulary words,
      Map<String, Set<String>> known,
      Problems problems) {
    return new Interpreter(catalogue, words, known).read(source, problems);
  }

  private Outcome read(Source source, Problems problems) {
    for (Grid grid : source.grids()) {
      if (!grid.rows().isEmpty()) {
        read(grid);
      }
    }
    Ids ids = new Ids(names);
    for (Pending p : pending) {
      telling.table(p.layout().id());
      add(p, ids);
    }
    summaries.forEach(this::summary);
    source.stray().forEach(s -> stray(s, ids));
    Map<String, Value> beside = new LinkedHashMap<>();
    remarks.forEach((table, texts) -> beside.put(table, joined(texts)));
    new ExactValues(Layouts.of(catalogue)).putInto(tables, source.exact());
    source.exact().stream()
        .filter(e -> e.row().isEmpty() && e.column().equals(IxitEntry.REMARKS))
        .filter(e -> tables.containsKey(e.layout()))
        .forEach(e -> beside.put(e.layout(), new Value(e.value(), "", Place.of(e.layout()))));
    Map<String, List<Row>> all = new LinkedHashMap<>();
    tables.forEach((id, rows) -> all.put(id, List.copyOf(rows.values())));
    telling.to(problems);
    strangers(ids, source, problems);
    return new Outcome(new Incoming(all, beside), telling.told());
  }

  private static Value joined(List<GridCell> texts) {
    List<String> all = texts.stream().map(GridCell::text).toList();
    return new Value(all, String.join("\n", all), texts.getFirst().place());
  }

  /** The table of the IXIT, among those of the file, under whose headings something stands. */
  private Optional<Layout> about(List<String> titles) {
    return titles.stream()
        .map(recogniser::byTitle)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(l -> l.kind() == TableKind.IXIT && tables.containsKey(l.id()));
  }

  /** A text beside the tables: a remark of the table under whose heading it stands. */
  private void stray(Stray stray, Ids ids) {
    GridCell cell = stray.cell();
    if (stray.title()) {
      telling.table("");
      if (!isName(cell.text(), ids)) {
        telling.beside(cell, "it is a heading");
      }
      return;
    }
    if (!telling.isOurs(cell)) {
      aside.add(cell.text());
    }
    Optional<Layout> about = about(stray.titles());
    telling.table(about.map(Layout::id).orElse(""));
    if (about.isEmpty()) {
      telling.unread(cell, "it stands beside the tables");
    } else if (telling.beside(cell)) {
      remarks.computeIfAbsent(about.get().id(), t -> new ArrayList<>()).add(stray.remark());
    }
  }

  /** Whether a heading only names a table, or a row. */
  private boolean isName(String heading, Ids ids) {
    return ids.tables().values().stream().anyMatch(rows -> rows.contains(heading.strip()))
        || recogniser
            .byTitle(heading)
            .filter(l -> Vocabulary.addsNothing(heading, l.id() + " " + l.title()))
            .isPresent();
  }

  /** A table that repeats rows: its lines are remarks of the table under whose heading it is. */
  private void summary(Grid grid) {
    Optional<Layout> about = about(grid.titles());
    telling.table(about.map(Layout::id).orElse(""));
    for (List<GridCell> row : grid.rows()) {
      row.forEach(c -> aside.add(c.text()));
      if (about.isEmpty()) {
        row.forEach(c -> telling.unread(c, "the table is none of the ICS and IXIT"));
        continue;
      }
      GridCell first = row.getFirst();
      String line = row.stream().map(GridCell::text).collect(Collectors.joining(" | "));
      GridCell whole =
          new GridCell(first.row(), first.column(), line, first.place(), first.where());
      if (telling.beside(whole)) {
        remarks.computeIfAbsent(about.get().id(), t -> new ArrayList<>()).add(whole);
      }
    }
  }

  /** Rows that texts beside the tables name, and that no table has. */
  private void strangers(Ids ids, Source source, Problems problems) {
    Set<String> lost = new LinkedHashSet<>();
    aside.forEach(t -> lost.addAll(ids.strangers(t)));
    if (!lost.isEmpty() && !source.grids().isEmpty()) {
      problems.warning(
          "PLB-9535",
          source.grids().getFirst().place(),
          "Texts beside the tables name rows that no table has: " + String.join(", ", lost) + ".",
          "Add these rows, or write the names that the rows have.");
    }
  }

  private void read(Grid grid) {
    Optional<Layout> stamped = stamp(grid).flatMap(recogniser::byId);
    boolean summary =
        stamped.isEmpty() && grid.titles().stream().limit(1).anyMatch(words::isSummary);
    Optional<Layout> titled =
        stamped.isPresent() || summary
            ? stamped
            : grid.titles().stream().map(recogniser::byTitle).flatMap(Optional::stream).findFirst();
    if (titled.isPresent() && take(grid, titled.get(), true)) {
      return;
    }
    Optional<Layout> guessed =
        titled.isPresent() || summary
            ? Optional.empty()
            : grid.rows().stream()
                .limit(40)
                .map(r -> recogniser.byHeadings(r.stream().map(GridCell::text).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    if (guessed.isPresent() && take(grid, guessed.get(), false)) {
      telling.guessed(
          grid.rows().getFirst().getFirst(),
          "the table is taken as " + guessed.get().caption() + ", by its headings");
      return;
    }
    if (summary) {
      summaries.add(grid);
      return;
    }
    String why =
        titled
            .map(l -> "the table is none that " + l.id() + " can be read from")
            .orElse("the table is none of the ICS and IXIT");
    telling.table("");
    grid.rows()
        .forEach(
            r ->
                r.forEach(
                    c -> {
                      telling.unread(c, why);
                      aside.add(c.text());
                    }));
  }

  private static Optional<String> stamp(Grid grid) {
    String first = grid.rows().getFirst().getFirst().text();
    return first.startsWith(XlsxSheet.TABLE)
        ? Optional.of(first.substring(XlsxSheet.TABLE.length()))
        : first.startsWith(XlsxSheet.FORM)
            ? Optional.of(first.substring(XlsxSheet.FORM.length()))
            : Optional.empty();
  }

  private boolean take(Grid whole, Layout layout, boolean sure) {
    telling.table(layout.id());
    Grid grid =
        layout.single()
            ? Stacked.unfolded(whole, layout, recogniser).orElseGet(() -> supplier(whole, layout))
            : whole;
    TableRows table = new TableRows(layout, recogniser, telling);
    FormRows form = new FormRows(layout, recogniser, telling);
    Optional<TableRows.Header> header = table.header(grid);
    boolean asForm = layout.kind() != TableKind.ICS && form.fits(grid, sure);
    boolean narrow = grid.rows().stream().allMatch(r -> r.size() <= 2) && grid.rows().size() > 1;
    List<RawRow> rows;
    if (header.isPresent() && !(asForm && (layout.single() || narrow))) {
      rows = table.rows(grid, header.get());
    } else if (asForm) {
      rows = List.of(form.row(grid));
    } else {
      return false;
    }
    tables.computeIfAbsent(layout.id(), t -> new LinkedHashMap<>());
    Set<String> known = names.computeIfAbsent(layout.id(), t -> new LinkedHashSet<>());
    RowIds ids = new RowIds(layout, expected.labels(layout), words, telling);
    int number = 0;
    for (RawRow raw : rows) {
      if (raw.cells().isEmpty() && layout.kind() == TableKind.IXIT && raw.id().isEmpty()) {
        continue;
      }
      number++;
      Optional<RowIds.Name> name = ids.of(raw, number);
      if (name.isEmpty()) {
        raw.cells().values().forEach(c -> telling.unread(c, "its row has no name"));
        continue;
      }
      known.add(name.get().id());
      pending.add(new Pending(layout, name.get(), raw));
    }
    return true;
  }

  /** On a sheet about the supplier, a name is that of the supplier. */
  private Grid supplier(Grid grid, Layout layout) {
    boolean about =
        layout.kind() == TableKind.PRODUCT
            && grid.titles().stream().limit(1).anyMatch(words::isSupplier);
    if (!about) {
      return grid;
    }
    String heading = layout.columns().getFirst().heading();
    List<List<GridCell>> rows = new ArrayList<>();
    for (List<GridCell> row : grid.rows()) {
      List<GridCell> cells = new ArrayList<>(row);
      GridCell first = row.getFirst();
      if (words.isName(first.text())) {
        cells.set(
            0, new GridCell(first.row(), first.column(), heading, first.place(), first.where()));
      }
      rows.add(cells);
    }
    return new Grid(grid.place(), grid.titles(), rows, grid.merges());
  }

  private void add(Pending p, Ids ids) {
    Layout layout = p.layout();
    String id = p.name().id();
    RawRow raw = p.raw();
    Map<String, Row> known = tables.computeIfAbsent(layout.id(), t -> new LinkedHashMap<>());
    RowCells read = new RowCells(layout, words, telling, ids, c -> expected.text(layout, id, c));
    raw.cells().forEach(read::read);
    read.title(p.name().title(), raw.id().orElse(raw.at()));
    Map<String, Value> cells = read.cells();
    Optional<Row> before = Optional.ofNullable(known.get(id));
    boolean says = !cells.isEmpty() || !read.remarks().isEmpty();
    if (!says && layout.kind() == TableKind.IXIT && !layout.single()) {
      raw.id().ifPresent(c -> telling.unread(c, "its row says nothing more"));
    }
    if (before.isEmpty()) {
      Optional<String> former = raw.former().filter(f -> !f.equals(id));
      known.put(id, new Row(id, former, raw.at().place(), cells, read.remarks()));
      return;
    }
    known.put(
        id,
        before
            .get()
            .with(
                cells,
                read.remarks(),
                (key, value) ->
                    telling.refused(
                        new GridCell(
                            raw.at().row(), 1, value.text(), value.place(), raw.at().where()),
                        "'" + id + "' says something else in another row already.",
                        "Say it once, or give the row a name of its own.")));
  }
}
