package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Place;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables, columns and entry ids against the pro forma. */
final class TableShape implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    declared
        .dossier()
        .ixit()
        .tables()
        .forEach(
            (id, entries) -> {
              Optional<IxitTable> table = declared.catalogue().table(id);
              if (table.isEmpty()) {
                unknownTable(id, entries, declared, found);
              } else {
                entries(table.get(), entries, found);
                entries.forEach(e -> columns(e, table.get(), declared, found));
              }
            });
  }

  private static void unknownTable(
      String id, List<IxitEntry> entries, DatedDossier declared, Found found) {
    Place place =
        entries.stream()
            .map(IxitEntry::place)
            .findFirst()
            .map(p -> Place.of(p.file()))
            .orElse(Place.of("ixit/" + id + ".yaml"));
    Optional<Catalogue> other =
        declared.otherEditions().filter(c -> c.table(id).isPresent()).findFirst();
    if (other.isPresent()) {
      IxitTable elsewhere = other.get().table(id).orElseThrow();
      String here =
          declared.catalogue().tables().values().stream()
              .filter(t -> t.number() == elsewhere.number())
              .map(IxitTable::id)
              .findFirst()
              .orElse("");
      found.add("PLB-4002", place, id, other.get().edition().id(), declared.edition(), here);
    } else {
      found.add("PLB-4001", place, id, Texts.instead(id, declared.catalogue().tables().keySet()));
    }
  }

  private static void entries(IxitTable table, List<IxitEntry> entries, Found found) {
    if (table.single() && entries.size() > 1) {
      found.add("PLB-4006", entries.get(1).place(), table.id(), entries.size());
    }
    Map<String, IxitEntry> seen = new HashMap<>();
    for (IxitEntry entry : entries) {
      boolean record = entry.id().equals(IxitEntry.RECORD);
      if (record != table.single() && entries.size() == 1) {
        String written = record ? "record:" : "entries:";
        String right = record ? "entries:" : "record:";
        found.add("PLB-4007", entry.place(), table.id(), written, right);
      }
      IxitEntry first = seen.putIfAbsent(entry.id().toLowerCase(Locale.ROOT), entry);
      if (first != null && !first.id().equals(entry.id())) {
        found.add("PLB-4008", entry.place(), entry.id(), first.id(), first.place().line());
      }
    }
  }

  private static Optional<IxitTable> sameNumber(Catalogue other, IxitTable table, Cell cell) {
    return other.tables().values().stream()
        .filter(t -> t.number() == table.number() && t.column(cell.key()).isPresent())
        .findFirst();
  }

  private static void columns(
      IxitEntry entry, IxitTable table, DatedDossier declared, Found found) {
    entry.remarks().keySet().stream()
        .filter(k -> table.column(k).isEmpty() && !k.equals("id"))
        .forEach(
            k ->
                found.add(
                    "PLB-4003",
                    entry.place(),
                    table.id(),
                    IxitEntry.REMARKS + ": " + k,
                    Texts.instead(k, keys(table).toList())));
    for (Cell cell : entry.cells().values()) {
      if (table.column(cell.key()).isPresent() || cell.key().equals("id")) {
        continue;
      }
      Optional<String> here = home(cell.key(), declared.catalogue());
      if (here.isPresent()) {
        found.add("PLB-4004", cell.place(), cell.key(), table.id(), here.get());
        continue;
      }
      Optional<Catalogue> other =
          declared.otherEditions().filter(c -> sameNumber(c, table, cell).isPresent()).findFirst();
      List<String> keys = keys(table).toList();
      if (other.isPresent()) {
        IxitTable elsewhere = sameNumber(other.get(), table, cell).orElseThrow();
        found.add(
            "PLB-4005",
            cell.place(),
            cell.key(),
            elsewhere.id(),
            other.get().edition().id(),
            renamed(cell.key(), elsewhere, table));
      } else {
        found.add(
            "PLB-4003", cell.place(), table.id(), cell.key(), Texts.instead(cell.key(), keys));
      }
    }
  }

  /** The table of this edition that took over the column, if exactly one has it. */
  private static Optional<String> home(String key, Catalogue catalogue) {
    List<String> homes =
        catalogue.tables().values().stream()
            .filter(t -> t.column(key).isPresent())
            .map(IxitTable::id)
            .toList();
    return homes.size() == 1 ? Optional.of(homes.getFirst()) : Optional.empty();
  }

  /** The column that stands where the old one stood, when its words are alike. */
  private static String renamed(String key, IxitTable there, IxitTable here) {
    List<String> gone = keys(here).filter(k -> there.column(k).isEmpty()).toList();
    String tail = key.substring(key.length() / 2).toLowerCase(Locale.ROOT);
    return gone.stream()
        .filter(k -> k.toLowerCase(Locale.ROOT).endsWith(tail))
        .findFirst()
        .map(k -> "Write '" + k + "'.")
        .orElse("Remove it; this edition has no counterpart in this table.");
  }

  private static Stream<String> keys(IxitTable table) {
    return Stream.concat(table.columns().stream(), table.fields().stream()).map(IxitColumn::key);
  }
}
