package dev.plumbline.exchange;

import dev.plumbline.dossier.Support;
import dev.plumbline.exchange.Incoming.Value;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Ids;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.layout.Values;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.layout.Vocabulary.Opening;
import dev.plumbline.exchange.source.GridCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the cells of one row; what says more than its cell can hold is kept beside it. */
final class RowCells {
  private static final String SUPPORT = "support";
  private static final String DETAIL = "detail";
  private static final String BECAUSE = "because";
  private static final String DESCRIPTION = "description";

  private final Layout layout;
  private final Vocabulary words;
  private final Telling telling;
  private final Ids ids;
  private final Function<Column, String> expected;
  private final Map<String, Value> cells = new LinkedHashMap<>();
  private final Map<String, Value> remarks = new LinkedHashMap<>();

  /**
   * For a row.
   *
   * @param expected what the catalogue says in a column that it fills itself
   */
  RowCells(
      Layout layout,
      Vocabulary words,
      Telling telling,
      Ids ids,
      Function<Column, String> expected) {
    this.layout = layout;
    this.words = words;
    this.telling = telling;
    this.ids = ids;
    this.expected = expected;
  }

  Map<String, Value> cells() {
    return cells;
  }

  Map<String, Value> remarks() {
    return remarks;
  }

  /** Puts the title of a row before its description. */
  void title(String title, GridCell at) {
    if (!title.isEmpty()) {
      front(DESCRIPTION, title, at);
    }
  }

  void read(Column column, GridCell cell) {
    if (column.ours()) {
      telling.ours(cell, expected.apply(column));
    } else if (layout.kind() == TableKind.ICS && column.key().equals(SUPPORT)) {
      support(cell);
    } else if (isFlag(column)) {
      flag(column, cell);
    } else if (column.key().equals(DETAIL) || column.key().equals(BECAUSE)) {
      back(column.key(), cell);
    } else {
      value(column, cell);
    }
  }

  private boolean isFlag(Column column) {
    boolean statements =
        layout.kind() == TableKind.CONDITIONS || layout.kind() == TableKind.FEATURES;
    return statements && column.key().equals(layout.columns().get(2).key());
  }

  private void value(Column column, GridCell cell) {
    Values.Reading reading = Values.read(cell.text(), column, words, ids);
    reading.doubt().ifPresent(d -> telling.guessed(cell, d));
    reading
        .value()
        .ifPresent(v -> cells.put(column.key(), new Value(v, cell.text(), cell.place())));
    if (reading.beside()) {
      remarks.put(column.key(), new Value(cell.text(), cell.text(), cell.place()));
      if (reading.doubt().isEmpty()) {
        telling.kept(cell, "'" + column.heading() + "' holds " + shown(reading, column));
      }
    }
  }

  private static String shown(Values.Reading reading, Column column) {
    String text = reading.value().map(v -> Values.text(v, column)).orElse("");
    return text.isEmpty() ? "no row" : text.replace("\n", ", ");
  }

  private void support(GridCell cell) {
    Optional<Opening> opening = words.opening(cell.text());
    Optional<Support> support = opening.map(Opening::word).flatMap(Vocabulary::support);
    String rest = opening.map(Opening::rest).orElse("");
    if (support.isEmpty() || words.isHedged(rest) || words.isLimited(rest)) {
      telling.refused(
          cell, "it is neither yes, no nor not applicable.", "Write Y, N or N/A, no more.");
      return;
    }
    cells.put(SUPPORT, new Value(support.get().printed(), cell.text(), cell.place()));
    if (!rest.isEmpty()) {
      front(DETAIL, rest, cell);
    }
  }

  private void flag(Column column, GridCell cell) {
    Optional<Opening> opening = words.opening(cell.text());
    Optional<Boolean> flag =
        opening.flatMap(
            o ->
                switch (o.word()) {
                  case YES -> Optional.of(true);
                  case NO -> Optional.of(false);
                  case NOT_APPLICABLE, NOTHING -> Optional.empty();
                });
    String rest = opening.map(Opening::rest).orElse("");
    if (flag.isEmpty() || words.isHedged(rest)) {
      telling.refused(cell, "it is neither yes nor no.", "Write Yes or No, no more.");
      return;
    }
    cells.put(column.key(), new Value(flag.get(), cell.text(), cell.place()));
    if (!rest.isEmpty()) {
      front(BECAUSE, rest, cell);
    }
  }

  /** Puts words before those that a cell has, or will get. */
  private void front(String key, String text, GridCell at) {
    String both = Optional.ofNullable(cells.get(key)).map(v -> text + "\n" + v.text()).orElse(text);
    cells.put(key, new Value(both, both, at.place()));
  }

  private void back(String key, GridCell cell) {
    String both =
        Optional.ofNullable(cells.get(key))
            .map(v -> v.text() + "\n" + cell.text())
            .orElse(cell.text());
    cells.put(key, new Value(both, both, cell.place()));
  }
}
