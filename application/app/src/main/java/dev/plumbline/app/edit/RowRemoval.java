package dev.plumbline.app.edit;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.yaml.YamlText;

/**
 * A row of the IXIT that is taken out; it stays in the file as a comment.
 *
 * @param row its id
 */
public record RowRemoval(IxitTable table, String row) implements DeclarationEdit {
  @Override
  public String file() {
    return TableFile.name(table);
  }

  @Override
  public String begun() {
    return TableFile.begun(table);
  }

  @Override
  public YamlText applied(YamlText text) {
    if (table.single()) {
      throw new IllegalArgumentException(file() + " has a single record, which stays");
    }
    return text.disable(
        TableFile.row(text, table, row)
            .orElseThrow(() -> new IllegalArgumentException(file() + " has no row '" + row + "'")),
        "Taken out:");
  }
}
