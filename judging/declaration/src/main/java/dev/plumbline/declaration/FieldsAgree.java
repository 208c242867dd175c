package dev.plumbline.declaration;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Typed fields against the prose beside them. Rules decide by the field, people read the prose; the
 * two may not tell different stories. Each pair is a rule in fields.yaml.
 */
final class FieldsAgree implements Concern {
  private final List<Pair> pairs =
      ShippedData.read("fields.yaml").mappings("fields").stream().map(Pair::of).toList();

  /**
   * A typed field and the prose beside it.
   *
   * @param id of the problem
   * @param table what the table is for
   * @param rows those whose field tells the one story
   * @param says found in the column where it tells the other
   */
  private record Pair(
      String id, TableRole table, RowMatch rows, String field, String column, BoundedPattern says) {
    static Pair of(Mapping rule) {
      return new Pair(
          ShippedData.need(rule, "id"),
          ShippedData.role(rule, "role"),
          RowMatch.of(rule),
          ShippedData.need(rule, "field"),
          ShippedData.need(rule, "column"),
          BoundedPattern.compile("(?i)" + ShippedData.need(rule, "says")));
    }
  }

  @Override
  public void look(DatedDossier declared, Found found) {
    for (Pair pair : pairs) {
      declared.firstTable(pair.table()).stream()
          .flatMap(t -> declared.entries(t).stream())
          .filter(pair.rows()::matches)
          .forEach(e -> look(pair, e, found));
    }
  }

  private static void look(Pair pair, IxitEntry entry, Found found) {
    Optional<Cell> cell = DatedDossier.filled(entry, pair.column());
    if (cell.isEmpty() || !pair.says().matcher(cell.get().text()).find()) {
      return;
    }
    found.add(
        pair.id(),
        cell.get().place(),
        entry.subject(),
        pair.column(),
        Texts.shown(cell.get().text()),
        pair.field(),
        DatedDossier.filled(entry, pair.field()).map(Cell::text).orElse(""));
  }
}
