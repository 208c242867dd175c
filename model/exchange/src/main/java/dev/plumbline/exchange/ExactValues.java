package dev.plumbline.exchange;

import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.Incoming.Value;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Exact;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that an export of ours keeps beside the texts that it shows. */
final class ExactValues {
  private final Map<String, Layout> layouts = new HashMap<>();

  /** For the tables of a catalogue. */
  ExactValues(List<Layout> layouts) {
    layouts.forEach(l -> this.layouts.put(l.id(), l));
  }

  /** Puts exact values in the place of texts that nobody changed. */
  void putInto(Map<String, Map<String, Row>> tables, List<Exact> all) {
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
      if (column.isPresent() && !column.get().ours() && row.isPresent()) {
        rows.put(row.get().id(), with(e, column.get(), row.get()));
      }
    }
  }

  private static Row with(Exact e, Column column, Row row) {
    Map<String, Value> cells = new LinkedHashMap<>(row.cells());
    Map<String, Value> remarks = new LinkedHashMap<>(row.remarks());
    String plain = Values.text(e.value(), column);
    String shown = e.shown().orElse(plain);
    String now =
        Optional.ofNullable(cells.get(e.column()))
            .or(() -> Optional.ofNullable(remarks.get(e.column())))
            .map(Value::text)
            .orElse("");
    if (!shown.equals(now)) {
      return row;
    }
    if (e.value().equals(Exact.NOTHING) && !shown.isEmpty()) {
      cells.remove(e.column());
      return new Row(row.id(), row.former(), row.place(), cells, remarks);
    }
    cells.put(e.column(), new Value(e.value(), shown, row.place()));
    if (shown.equals(plain)) {
      remarks.remove(e.column());
    } else {
      remarks.put(e.column(), new Value(shown, shown, row.place()));
    }
    return new Row(row.id(), row.former(), row.place(), cells, remarks);
  }
}
