package dev.plumbline.app.draft;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of a table with what is written and what is proposed. */
final class DraftRow {
  private final IxitTable table;
  private final String id;
  private final boolean isNew;
  private final Map<String, Object> cells;
  private final List<Proposal> proposals = new ArrayList<>();

  /**
   * @param cells as written, in plain types; none of a new entry
   */
  DraftRow(IxitTable table, String id, boolean isNew, Map<String, Object> cells) {
    this.table = table;
    this.id = id;
    this.isNew = isNew;
    this.cells = new LinkedHashMap<>(cells);
  }

  String id() {
    return id;
  }

  List<Proposal> proposals() {
    return List.copyOf(proposals);
  }

  /** Proposes what the device shows, where the column is there and nobody wrote into it. */
  DraftRow seen(String key, Object value, Certainty certainty, String from) {
    return propose(key, value, certainty, from, true);
  }

  /** Proposes what a document of the maker says. */
  DraftRow told(String key, Object value, Certainty certainty, String from) {
    return propose(key, value, certainty, from, false);
  }

  private DraftRow propose(
      String key, Object value, Certainty certainty, String from, boolean observed) {
    boolean written = isWritten(cells.get(key));
    boolean fits = table.column(key).filter(c -> fits(c, value)).isPresent();
    if (!written && fits && says(value)) {
      cells.put(key, value);
      proposals.add(new Proposal(table.id(), id, isNew, key, value, certainty, from, observed));
    }
    return this;
  }

  /** An empty list is written: it says that there is none. */
  private static boolean isWritten(@Nullable Object value) {
    return value != null && !(value instanceof String s && s.isBlank());
  }

  private static boolean says(Object value) {
    return !(value instanceof String s && s.isBlank())
        && !(value instanceof List<?> l && l.isEmpty());
  }

  /** A choice that this edition does not have is not proposed. */
  private static boolean fits(IxitColumn column, Object value) {
    boolean closed =
        !column.values().isEmpty()
            && !column.openValues()
            && (column.type() == ColumnType.ENUM || column.type() == ColumnType.LIST);
    return !closed
        || (value instanceof List<?> l
            ? column.values().containsAll(l)
            : column.values().contains(String.valueOf(value)));
  }

  /** The texts of a cell; none where it is empty. */
  List<String> texts(String key) {
    @Nullable Object value = cells.get(key);
    return switch (value) {
      case null -> List.of();
      case List<?> l -> l.stream().map(String::valueOf).toList();
      default -> List.of(String.valueOf(value));
    };
  }

  boolean has(String key, Object value) {
    return Optional.ofNullable(cells.get(key)).filter(value::equals).isPresent();
  }

  /** Whether any cell has the text in it, whatever the case. */
  boolean mentions(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return cells.keySet().stream()
        .flatMap(k -> texts(k).stream())
        .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
