package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;

/** Cells in which nothing claimed means nothing to test. Which ones stands in prose.yaml. */
final class EmptyClaims implements Concern {
  private final List<String> neverEmpty = ShippedData.read("prose.yaml").texts("neverEmpty");

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      for (IxitEntry entry : declared.entries(table)) {
        for (String key : neverEmpty) {
          if (table.column(key).isPresent()) {
            entry
                .cell(key)
                .filter(Cell::isEmpty)
                .ifPresent(c -> found.add("PLB-7012", c.place(), entry.subject(), c.key()));
          }
        }
      }
    }
  }
}
