package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Optional;

/** Names of entries of other tables, in the columns that refer to them. */
final class References implements Concern {
  private static final String PATH_FIELD = "services";

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      for (IxitEntry entry : declared.entries(table)) {
        for (Cell cell : entry.cells().values()) {
          table.column(cell.key()).ifPresent(c -> column(c, cell, declared, found));
        }
      }
    }
  }

  private static void column(IxitColumn column, Cell cell, DatedDossier declared, Found found) {
    if (!column.refs().isEmpty()) {
      cell.texts().stream()
          .filter(t -> !column.values().contains(t))
          .forEach(t -> reference(t, column.refs(), cell, declared, found));
    } else if (column.key().equals(PATH_FIELD)) {
      cell.texts().forEach(t -> path(t, cell, declared, found));
    }
  }

  /** The entry that a text names, written {@code ENTRY} or {@code TABLE/ENTRY}. */
  static Optional<IxitEntry> resolve(String text, List<String> tables, DatedDossier declared) {
    if (text.indexOf('/') >= 0) {
      return declared
          .dossier()
          .ixit()
          .entry(text)
          .filter(e -> tables.isEmpty() || tables.contains(e.table()));
    }
    return tables.stream()
        .flatMap(t -> declared.dossier().ixit().entries(t).stream())
        .filter(e -> e.id().equals(text))
        .findFirst();
  }

  private static void reference(
      String text, List<String> tables, Cell cell, DatedDossier declared, Found found) {
    if (resolve(text, tables, declared).isPresent()) {
      return;
    }
    String id = text.substring(text.indexOf('/') + 1);
    Optional<String> elsewhere =
        declared.dossier().ixit().tables().entrySet().stream()
            .filter(t -> !tables.contains(t.getKey()))
            .filter(t -> t.getValue().stream().anyMatch(e -> e.id().equals(id)))
            .map(t -> t.getKey())
            .findFirst();
    if (elsewhere.isPresent()) {
      found.add(
          "PLB-5002", cell.place(), cell.key(), text, elsewhere.get(), String.join(" or ", tables));
      return;
    }
    List<String> known =
        tables.stream()
            .flatMap(t -> declared.dossier().ixit().entries(t).stream())
            .map(IxitEntry::id)
            .toList();
    String instead =
        known.isEmpty()
            ? "Add an entry '" + id + "' to " + tables.getFirst() + "."
            : Texts.instead(id, known);
    found.add("PLB-5001", cell.place(), cell.key(), text, String.join(" or ", tables), instead);
  }

  private static void path(String text, Cell cell, DatedDossier declared, Found found) {
    if (resolve(text, List.of(), declared).isPresent()) {
      return;
    }
    List<String> subjects =
        declared.dossier().ixit().tables().values().stream()
            .flatMap(List::stream)
            .filter(e -> e.id().equals(text.substring(text.indexOf('/') + 1)))
            .map(IxitEntry::subject)
            .toList();
    String instead =
        subjects.isEmpty()
            ? "Write TABLE/ENTRY of an entry that exists."
            : "Write '" + subjects.getFirst() + "'.";
    found.add("PLB-5003", cell.place(), cell.key(), text, instead);
  }
}
