package dev.plumbline.app.draft;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.exchange.prose.TypedProse;
import java.util.List;

/** Typed fields that the words of a column of their row give already. */
final class ProseSource implements DraftSource {
  private final Catalogue catalogue;

  ProseSource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void propose(Known known, DraftTables tables) {
    for (IxitTable table : catalogue.tables().values()) {
      for (DraftRow row : List.copyOf(tables.rows(table))) {
        table.columns().forEach(c -> propose(c, row));
      }
    }
  }

  private static void propose(IxitColumn column, DraftRow row) {
    String text = String.join("\n", row.texts(column.key()));
    TypedProse.shipped()
        .values(column.key(), text)
        .forEach(
            (key, value) ->
                row.told(
                    key,
                    value,
                    Certainty.LIKELY,
                    "the words of '" + column.key() + "' in its row"));
  }
}
