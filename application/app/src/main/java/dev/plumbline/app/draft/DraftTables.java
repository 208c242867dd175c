package dev.plumbline.app.draft;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tables of a dossier with what is written and what is proposed. */
final class DraftTables {
  private final Catalogue catalogue;
  private final Map<String, List<DraftRow>> rows = new LinkedHashMap<>();

  /**
   * @param written entries as they are written, by table and id, whether declared or proposed
   */
  DraftTables(Catalogue catalogue, Map<String, Map<String, Map<String, Object>>> written) {
    this.catalogue = catalogue;
    for (IxitTable table : catalogue.tables().values()) {
      List<DraftRow> there = new ArrayList<>();
      written
          .getOrDefault(table.id(), Map.of())
          .forEach((id, cells) -> there.add(new DraftRow(table, id, false, cells)));
      rows.put(table.id(), there);
    }
  }

  /** The table that plays a role and has a column; empty in an edition without it. */
  Optional<IxitTable> table(TableRole role, String column) {
    return catalogue.tables(role).stream()
        .filter(t -> t.column(column).isPresent() && !t.single())
        .findFirst();
  }

  /** A table of this edition. */
  Optional<IxitTable> byId(String id) {
    return catalogue.table(id);
  }

  List<DraftRow> rows(IxitTable table) {
    return rows.getOrDefault(table.id(), List.of());
  }

  /** The first entry that fits, or a new one. */
  DraftRow row(IxitTable table, Predicate<DraftRow> fits) {
    return rows(table).stream().filter(fits).findFirst().orElseGet(() -> begin(table, free(table)));
  }

  /** An entry under its id, which may be new. */
  DraftRow named(IxitTable table, String id) {
    return rows(table).stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseGet(() -> begin(table, id));
  }

  private DraftRow begin(IxitTable table, String id) {
    DraftRow row = new DraftRow(table, id, true, Map.of());
    rows.computeIfAbsent(table.id(), t -> new ArrayList<>()).add(row);
    return row;
  }

  private String free(IxitTable table) {
    String stem = table.id().substring(table.id().indexOf('-') + 1) + "-";
    List<String> taken = rows(table).stream().map(DraftRow::id).toList();
    int number = 1;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }

  /** All proposals, by table and entry, in the order of the edition. */
  List<Proposal> proposals() {
    return rows.values().stream()
        .flatMap(List::stream)
        .flatMap(r -> r.proposals().stream())
        .toList();
  }
}
