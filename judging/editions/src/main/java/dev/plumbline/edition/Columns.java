package dev.plumbline.edition;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a column has no counterpart in the edition that is left. */
final class Columns {
  private Columns() {}

  /** Columns of the pro forma that are new and that rows which are there have to be given. */
  static List<ToDo> toFill(EditionRoute route, Map<String, String> files) {
    List<ToDo> toDo = new ArrayList<>();
    for (IxitTable table : route.to().tables().values()) {
      String file = TableMoves.FOLDER + table.id() + ".yaml";
      int rows = Optional.ofNullable(files.get(file)).map(t -> rows(file, t)).orElse(0);
      if (rows == 0) {
        continue;
      }
      for (IxitColumn column : table.columns()) {
        if (source(route, table, column.key()).isEmpty()) {
          toDo.add(
              new ToDo(
                  file,
                  table.id() + " " + column.name(),
                  "The column is new; fill it in for "
                      + (rows == 1 ? "the row" : "the " + rows + " rows")
                      + ": "
                      + column.meaning()));
        }
      }
    }
    return toDo;
  }

  private static int rows(String file, String text) {
    Map<String, Object> values = Sheet.of(file, text).values();
    return values.containsKey("record")
        ? 1
        : ValueEdits.list(values.getOrDefault("entries", "")).size();
  }

  /** The column of the edition that is left whose cells come here, as {@code TABLE key}. */
  static Optional<String> source(EditionRoute route, IxitTable target, String key) {
    return route.from().tables().values().stream()
        .filter(t -> route.table(t.id()).filter(target.id()::equals).isPresent())
        .flatMap(
            t ->
                t.columns().stream()
                    .map(IxitColumn::key)
                    .filter(
                        k -> route.column(t.id(), k, target.id()).filter(key::equals).isPresent())
                    .map(k -> t.id() + " " + k))
        .findFirst();
  }
}
