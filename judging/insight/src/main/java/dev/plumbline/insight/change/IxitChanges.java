package dev.plumbline.insight.change;

import dev.plumbline.core.NumberOrder;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.insight.change.Change.Kind;
import dev.plumbline.insight.change.Change.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed in the tables of the IXIT. An empty cell says as much as none. */
final class IxitChanges {
  private final Titles titles;
  private final List<Change> changes = new ArrayList<>();

  private IxitChanges(Titles titles) {
    this.titles = titles;
  }

  static List<Change> of(Ixit before, Ixit after, Titles titles) {
    IxitChanges all = new IxitChanges(titles);
    TreeSet<String> tables = new TreeSet<>(NumberOrder.INSTANCE);
    tables.addAll(before.tables().keySet());
    tables.addAll(after.tables().keySet());
    for (String table : tables) {
      all.table(table, before, after);
    }
    return all.changes;
  }

  private void table(String id, Ixit before, Ixit after) {
    if (before.has(id) != after.has(id)) {
      Kind kind = after.has(id) ? Kind.ADDED : Kind.REMOVED;
      changes.add(new Change(Part.TABLE, kind, id, "", titles.table(id), "", ""));
    }
    Map<String, IxitEntry> was = rows(before, id);
    Map<String, IxitEntry> is = rows(after, id);
    was.forEach(
        (row, entry) -> {
          if (!is.containsKey(row)) {
            changes.add(row(entry, Kind.REMOVED));
          }
        });
    is.forEach(
        (row, entry) ->
            Optional.ofNullable(was.get(row))
                .ifPresentOrElse(
                    old -> cells(old, entry), () -> changes.add(row(entry, Kind.ADDED))));
  }

  private static Map<String, IxitEntry> rows(Ixit ixit, String table) {
    Map<String, IxitEntry> rows = new LinkedHashMap<>();
    ixit.entries(table).forEach(e -> rows.put(e.id(), e));
    return rows;
  }

  private Change row(IxitEntry entry, Kind kind) {
    String cells =
        entry.cells().values().stream()
            .filter(c -> !c.key().equals("id") && !ComparableCell.compared(c).isEmpty())
            .map(c -> titles.column(entry.table(), c.key()) + ": " + ComparableCell.shown(c))
            .collect(Collectors.joining("; "));
    String title = titles.table(entry.table());
    return kind == Kind.ADDED
        ? new Change(Part.ROW, kind, entry.subject(), "", title, "", cells)
        : new Change(Part.ROW, kind, entry.subject(), "", title, cells, "");
  }

  private void cells(IxitEntry was, IxitEntry is) {
    Set<String> keys = new LinkedHashSet<>(is.cells().keySet());
    keys.addAll(was.cells().keySet());
    keys.remove("id");
    for (String key : remarks(was, is)) {
      if (!was.remark(key).equals(is.remark(key))) {
        changes.add(changed(is, key, was.remark(key), is.remark(key)));
      }
    }
    for (String key : keys) {
      if (!text(was, key, ComparableCell::compared)
          .equals(text(is, key, ComparableCell::compared))) {
        changes.add(
            changed(
                is,
                key,
                text(was, key, ComparableCell::shown),
                text(is, key, ComparableCell::shown)));
      }
    }
  }

  private static Set<String> remarks(IxitEntry was, IxitEntry is) {
    Set<String> keys = new LinkedHashSet<>(is.remarks().keySet());
    keys.addAll(was.remarks().keySet());
    return keys;
  }

  private Change changed(IxitEntry entry, String key, String before, String after) {
    String title = titles.column(entry.table(), key);
    return Change.of(Part.CELL, entry.subject(), key, title, before, after);
  }

  private static String text(IxitEntry entry, String key, Function<Cell, String> form) {
    return entry.cell(key).map(form).orElse("");
  }
}
