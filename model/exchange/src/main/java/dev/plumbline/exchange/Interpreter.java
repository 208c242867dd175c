package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Support;
import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.Incoming.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();

  private Interpreter(Catalogue catalogue, Vocabulary words, Problems problems) {
    List<Layout> layouts = Layouts.of(catalogue);
    this.catalogue = catalogue;
    this.words = words;
    this.recogniser = new Recogniser(layouts, words);
    this.telling = new Telling(problems, Guide.of(layouts, catalogue.edition().id().version()));
  }

  static Incoming read(Source source, Catalogue catalogue, Vocabulary words, Problems problems) {
    return new Interpreter(catalogue, words, problems).read(source);
  }

  private Incoming read(Source source) {
    for (Grid grid : source.grids()) {
      if (!grid.rows().isEmpty()) {
        read(grid);
      }
    }
    source.stray().forEach(c -> telling.unread(c, "it stands beside the tables."));
    exact(source.exact());
    Map<String, List<Row>> all = new LinkedHashMap<>();
    tables.forEach((id, rows) -> all.put(id, List.copyOf(rows.values())));
    return new Incoming(all);
  }

  private void read(Grid grid) {
    Optional<Layout> stamped = stamp(grid).flatMap(recogniser::byId);
    Optional<Layout> titled =
        stamped.isPresent()
            ? stamped
            : grid.titles().stream().map(recogniser::byTitle).flatMap(Optional::stream).findFirst();
    if (titled.isPresent() && take(grid, titled.get(), true)) {
      return;
    }
    Optional<Layout> guessed =
        titled.isPresent()
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
    String why =
        titled
            .map(l -> "the table is none that " + l.id() + " can be read from.")
            .orElse("the table is none of the ICS and IXIT.");
    grid.rows().forEach(r -> r.forEach(c -> telling.unread(c, why)));
  }

  private static Optional<String> stamp(Grid grid) {
    String first = grid.rows().getFirst().getFirst().text();
    return first.startsWith(XlsxSheet.TABLE)
        ? Optional.of(first.substring(XlsxSheet.TABLE.length()))
        : first.startsWith(XlsxSheet.FORM)
            ? Optional.of(first.substring(XlsxSheet.FORM.length()))
            : Optional.empty();
  }

  private boolean take(Grid grid, Layout layout, boolean sure) {
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
    Map<String, Row> known = tables.computeIfAbsent(layout.id(), t -> new LinkedHashMap<>());
    RowIds ids = new RowIds(layout, labels(layout), words, telling);
    for (RawRow raw : rows) {
      if (raw.cells().isEmpty() && layout.kind() == TableKind.IXIT && raw.id().isEmpty()) {
        continue;
      }
      Optional<String> id = ids.of(raw, known.size() + 1);
      if (id.isEmpty()) {
        raw.cells().values().forEach(c -> telling.unread(c, "its row has no name."));
        continue;
      }
      add(layout, known, id.get(), raw);
    }
    return true;
  }

  private void add(Layout layout, Map<String, Row> known, String id, RawRow raw) {
    Map<String, Value> cells = new LinkedHashMap<>();
    raw.cells().forEach((column, cell) -> value(layout, id, column, cell, cells));
    Optional<Row> before = Optional.ofNullable(known.get(id));
    if (before.isEmpty()) {
      Optional<String> former = raw.former().filter(f -> !f.equals(id));
      known.put(id, new Row(id, former, raw.at().place(), cells));
      return;
    }
    Map<String, Value> joined = new LinkedHashMap<>(before.get().cells());
    raw.cells()
        .forEach(
            (column, cell) -> {
              Optional<Value> now = Optional.ofNullable(cells.get(column.key()));
              Optional<Value> then = Optional.ofNullable(joined.get(column.key()));
              if (now.isPresent() && then.isEmpty()) {
                joined.put(column.key(), now.get());
              } else if (now.isPresent() && !then.get().value().equals(now.get().value())) {
                telling.refused(
                    cell,
                    "'" + id + "' says something else at " + then.get().place() + " already.",
                    "Say it once, or give the row a name of its own.");
              }
            });
    known.put(id, new Row(id, before.get().former(), before.get().place(), joined));
  }

  private void value(
      Layout layout, String id, Column column, GridCell cell, Map<String, Value> cells) {
    if (column.ours()) {
      telling.ours(cell, expected(layout, id, column));
      return;
    }
    if (layout.kind() == TableKind.ICS && column.key().equals("support")) {
      Optional<Support> support = words.support(cell.text());
      support.ifPresent(
          s -> cells.put(column.key(), new Value(s.printed(), cell.text(), cell.place())));
      if (support.isEmpty()) {
        telling.refused(
            cell, "it is neither yes, no nor not applicable.", "Write Y, N or N/A, no more.");
      }
      return;
    }
    Values.Reading reading = Values.read(cell.text(), column, words);
    boolean flag = layout.kind() == TableKind.CONDITIONS || layout.kind() == TableKind.FEATURES;
    if (flag && column.key().equals(layout.columns().get(2).key()) && reading.doubt().isPresent()) {
      telling.refused(cell, "it is neither yes nor no.", "Write Yes or No, no more.");
      return;
    }
    reading.doubt().ifPresent(d -> telling.guessed(cell, d + "."));
    cells.put(column.key(), new Value(reading.value(), cell.text(), cell.place()));
  }

  private Set<String> labels(Layout layout) {
    return switch (layout.kind()) {
      case ICS ->
          catalogue.provisions().keySet().stream()
              .map(ProvisionId::value)
              .collect(Collectors.toSet());
      case CONDITIONS ->
          catalogue.conditions().values().stream()
              .map(Condition::label)
              .collect(Collectors.toSet());
      case FEATURES -> catalogue.features().keySet();
      case IXIT, PRODUCT -> Set.of();
    };
  }

  private String expected(Layout layout, String id, Column column) {
    return switch (layout.kind()) {
      case ICS ->
          catalogue
              .provision(new ProvisionId(id))
              .map(p -> column.key().equals("status") ? p.printedStatus() : p.title())
              .orElse("");
      case CONDITIONS ->
          catalogue.conditions().values().stream()
              .filter(c -> c.label().equals(id))
              .map(Condition::meaning)
              .findFirst()
              .orElse("");
      case FEATURES ->
          Optional.ofNullable(catalogue.features().get(id)).map(Condition::meaning).orElse("");
      case IXIT, PRODUCT -> "";
    };
  }

  /** Puts exact values in the place of texts that nobody changed. */
  private void exact(List<Exact> all) {
    Map<String, Layout> layouts = new HashMap<>();
    Layouts.of(catalogue).forEach(l -> layouts.put(l.id(), l));
    for (Exact e : all) {
      Optional<Column> column =
          Optional.ofNullable(layouts.get(e.layout())).flatMap(l -> l.column(e.column()));
      Map<String, Row> rows = tables.getOrDefault(e.layout(), Map.of());
      Optional<Row> row =
          Optional.ofNullable(rows.get(e.row()))
              .or(
                  () ->
                      rows.values().stream()
                          .filter(r -> r.former().equals(Optional.of(e.row())))
                          .findFirst());
      if (column.isEmpty() || column.get().ours() || row.isEmpty()) {
        continue;
      }
      Map<String, Value> cells = new LinkedHashMap<>(row.get().cells());
      String text = Values.text(e.value(), column.get());
      String now = Optional.ofNullable(cells.get(e.column())).map(Value::text).orElse("");
      if (text.equals(now)) {
        cells.put(e.column(), new Value(e.value(), text, row.get().place()));
        rows.put(
            row.get().id(), new Row(row.get().id(), row.get().former(), row.get().place(), cells));
      }
    }
  }
}
