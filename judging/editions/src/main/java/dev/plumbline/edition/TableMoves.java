package dev.plumbline.edition;

import dev.plumbline.catalogue.EditionMoves.Rows;
import dev.plumbline.core.NumberOrder;
import dev.plumbline.edition.Correspondence.Fate;
import dev.plumbline.edition.Correspondence.Thing;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves the tables of an IXIT: their names, their columns, and rows that go elsewhere. */
final class TableMoves {
  static final String FOLDER = "ixit/";

  private final EditionRoute route;
  private final Map<String, Sheet> sheets = new TreeMap<>(NumberOrder.INSTANCE);
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Moved> moved = new ArrayList<>();
  private final List<Correspondence> accounts = new ArrayList<>();
  private final List<ToDo> toDo = new ArrayList<>();

  TableMoves(EditionRoute route) {
    this.route = route;
  }

  /** A row on its way to another table than the rest. */
  private record Moved(String from, Rows rule, String id, Map<String, Object> cells) {}

  /** Moves the tables; those that are not of the edition are left as they are. */
  void move(Map<String, String> files) {
    files.forEach(
        (file, text) -> {
          if (file.startsWith(FOLDER)) {
            table(file.substring(FOLDER.length(), file.length() - ".yaml".length()), text);
          }
        });
    moved.forEach(this::settle);
    RowNames rowNames = rowNames();
    sheets.values().forEach(rowNames::in);
  }

  /** The files of the other edition. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    sheets.forEach((table, sheet) -> files.put(FOLDER + table + ".yaml", sheet.text()));
    return files;
  }

  RowNames rowNames() {
    return new RowNames(names);
  }

  List<Correspondence> accounts() {
    return accounts;
  }

  List<ToDo> toDo() {
    return toDo;
  }

  private void table(String table, String text) {
    String target = route.table(table).orElse(table);
    Sheet sheet = Sheet.of(FOLDER + target + ".yaml", text);
    sheets.put(target, sheet);
    Map<String, Object> values = sheet.values();
    sheet.headComment("/" + route.fromVersion() + "/", "/" + route.toVersion() + "/");
    if (!table.equals(target)) {
      sheet.headComment("/" + table + ".", "/" + target + ".");
      sheet.put(YamlPath.of("table"), target);
    }
    if (values.containsKey("record")) {
      cells(
          sheet,
          YamlPath.of("record"),
          table,
          target,
          "record",
          ValueEdits.map(values.getOrDefault("record", "")));
    }
    List<Object> entries = ValueEdits.list(values.getOrDefault("entries", ""));
    for (int i = entries.size() - 1; i >= 0; i--) {
      Map<String, Object> cells = ValueEdits.map(entries.get(i));
      String id = String.valueOf(cells.get("id")).strip();
      route
          .rule(table, cells)
          .filter(r -> !route.target(r).equals(target))
          .ifPresentOrElse(
              rule -> moved.addFirst(new Moved(table, rule, id, cells)),
              () -> names.put(table + "/" + id, target + "/" + id));
      if (names.containsKey(table + "/" + id)) {
        cells(sheet, ValueEdits.entry(i), table, target, id, cells);
      } else {
        sheet.disable(
            ValueEdits.entry(i),
            "V" + route.toVersion() + " has this row in " + target(moved.getFirst()) + ":");
      }
    }
  }

  private String target(Moved row) {
    return route.target(row.rule());
  }

  /** Renames the cells of a row that stays, and sets aside those without a place. */
  private void cells(
      Sheet sheet,
      YamlPath row,
      String table,
      String target,
      String id,
      Map<String, Object> cells) {
    cells.forEach(
        (key, value) -> {
          if (!route.known(table, key)) {
            return;
          }
          route
              .column(table, key, target)
              .ifPresentOrElse(
                  name -> {
                    if (!name.equals(key)) {
                      sheet.rename(row.key(key), name);
                    }
                  },
                  () -> {
                    sheet.disable(row.key(key), "V" + route.toVersion() + " has no such column:");
                    homeless(target, id, table, key, value);
                  });
        });
  }

  /** Fields of our own that help nobody in another place stay a comment, and are no work. */
  private void homeless(String target, String id, String table, String key, Object value) {
    boolean printed =
        route.from().table(table).stream()
            .flatMap(t -> t.columns().stream())
            .anyMatch(c -> c.key().equals(key));
    if (!printed && route.displaced(table, key).isEmpty()) {
      return;
    }
    String put = route.displaced(table, key).map(p -> "; it belongs " + p).orElse("");
    toDo.add(
        new ToDo(
            FOLDER + target + ".yaml",
            target + "/" + id,
            "'" + key + "' has no column any more" + put + ". It said: " + shown(value)));
  }

  private static String shown(Object value) {
    String text = String.valueOf(value).strip();
    return text.length() <= 160 ? text : text.substring(0, 160) + " …";
  }

  /** Adds a row to the table that it goes to. */
  private void settle(Moved row) {
    String target = target(row);
    Sheet sheet =
        sheets.computeIfAbsent(
            target, t -> Sheet.of(FOLDER + t + ".yaml", "table: " + t + "\nentries: []\n"));
    Map<String, Object> cells = new LinkedHashMap<>();
    String id = free(sheet, row.id());
    cells.put("id", id);
    row.cells()
        .forEach(
            (key, value) -> {
              if (!key.equals("id")) {
                route
                    .column(row.from(), key, target)
                    .filter(name -> !route.forward() || !key.equals(row.rule().field()))
                    .ifPresent(name -> cells.put(name, value));
              }
            });
    if (!route.forward()) {
      row.rule().back().forEach(cells::put);
    }
    sheet.add(YamlPath.of("entries"), cells);
    names.put(row.from() + "/" + row.id(), target + "/" + id);
    accounts.add(
        new Correspondence(
            Thing.ROW, Fate.MOVED, row.from() + "/" + row.id(), target + "/" + id, ""));
    lost(row, target, id);
  }

  private void lost(Moved row, String target, String id) {
    row.cells()
        .forEach(
            (key, value) -> {
              boolean implied = key.equals(row.rule().field()) || key.equals("type");
              if (!implied
                  && route.known(row.from(), key)
                  && route.column(row.from(), key, target).isEmpty()) {
                homeless(target, id, row.from(), key, value);
              }
            });
  }

  private static String free(Sheet sheet, String id) {
    String free = id;
    for (int n = 2;
        ValueEdits.position(sheet.values().getOrDefault("entries", ""), free) >= 0;
        n++) {
      free = id + "-" + n;
    }
    return free;
  }
}
