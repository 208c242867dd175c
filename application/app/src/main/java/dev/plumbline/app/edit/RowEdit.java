package dev.plumbline.app.edit;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.dossier.Draft;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other cells of a row of the IXIT.
 *
 * @param row id of the entry; of a table with a single record, any
 * @param cells texts as a form holds them, by key; those that say what the file says are left alone
 * @param declared keys of cells that a program proposed and that are declared from now on
 */
public record RowEdit(IxitTable table, String row, Map<String, String> cells, List<String> declared)
    implements DeclarationEdit {
  public RowEdit {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    declared = List.copyOf(declared);
  }

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
    Optional<YamlPath> path = TableFile.row(text, table, row);
    if (path.isEmpty() && !table.single()) {
      throw new IllegalArgumentException(file() + " has no row '" + row + "'");
    }
    YamlPath at = path.orElse(TableFile.RECORD);
    YamlText edited = text;
    List<String> accepted = new ArrayList<>(declared);
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      Optional<IxitColumn> column = table.column(cell.getKey());
      if (column.isPresent() && !cell.getKey().equals("id")) {
        YamlText next = with(edited, at, column.get(), cell.getValue());
        if (!next.text().equals(edited.text())) {
          // Who writes another value into a proposed cell declares it.
          accepted.add(cell.getKey());
        }
        edited = next;
      }
    }
    return declaring(edited, at, accepted);
  }

  private static YamlText with(YamlText text, YamlPath row, IxitColumn column, String entered) {
    YamlPath path = row.key(column.key());
    Optional<YamlNode> before = text.at(path);
    if (before.flatMap(CellText::of).orElse("").equals(entered)) {
      return text;
    }
    if (entered.isEmpty()) {
      return FieldEdits.without(text, path);
    }
    boolean list = before.filter(Listing.class::isInstance).isPresent();
    return FieldEdits.put(text, path, CellText.value(column, entered, list));
  }

  /** The text in which these cells are proposed no longer. */
  private static YamlText declaring(YamlText text, YamlPath row, List<String> keys) {
    YamlPath marker = row.key(Draft.PROPOSED);
    if (!(text.at(row).orElse(text.root()) instanceof Mapping m)
        || m.get(Draft.PROPOSED).isEmpty()) {
      return text;
    }
    List<String> before = m.texts(Draft.PROPOSED);
    List<String> left = before.stream().filter(k -> !keys.contains(k)).toList();
    if (left.equals(before)) {
      return text;
    }
    return left.isEmpty() ? text.disable(marker, "Declared:") : FieldEdits.put(text, marker, left);
  }
}
