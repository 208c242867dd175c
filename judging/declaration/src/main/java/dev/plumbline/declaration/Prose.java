package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Prose that leaves a cell untestable. */
final class Prose implements Concern {

  @Override
  public boolean refuses() {
    return false;
  }

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      Map<String, IxitEntry> descriptions = new HashMap<>();
      for (IxitEntry entry : declared.entries(table)) {
        entry
            .cells()
            .values()
            .forEach(c -> table.column(c.key()).ifPresent(k -> cell(k, c, entry, found)));
        copied(entry, descriptions, found);
      }
    }
  }

  private static void cell(IxitColumn column, Cell cell, IxitEntry entry, Found found) {
    for (CellWarnings.Warning warning : CellWarnings.of(column, cell, entry)) {
      found.add(
          warning.id(), cell.place(), entry.subject(), cell.key(), Texts.shown(warning.hit()));
    }
  }

  private static void copied(IxitEntry entry, Map<String, IxitEntry> seen, Found found) {
    for (String key : CellWarnings.descriptions()) {
      Optional<Cell> cell = DatedDossier.filled(entry, key);
      if (cell.isPresent() && Texts.words(cell.get().text()) > 2) {
        IxitEntry first = seen.putIfAbsent(key + Texts.bare(cell.get().text()), entry);
        if (first != null) {
          found.add("PLB-7016", cell.get().place(), entry.subject(), cell.get().key(), first.id());
        }
      }
    }
  }
}
