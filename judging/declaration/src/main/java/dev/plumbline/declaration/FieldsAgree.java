package dev.plumbline.declaration;

import dev.plumbline.core.BoundedPattern;
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
  private final List<Mapping> rules = ShippedData.read("fields.yaml").mappings("fields");

  @Override
  public void look(Declared declared, Found found) {
    for (Mapping rule : rules) {
      RowMatch match = RowMatch.of(rule);
      String column = ShippedData.need(rule, "column");
      BoundedPattern says = BoundedPattern.compile("(?i)" + ShippedData.need(rule, "says"));
      declared.firstTable(rule.texts("table")).stream()
          .flatMap(t -> declared.entries(t).stream())
          .filter(match::matches)
          .forEach(e -> pair(rule, e, column, says, found));
    }
  }

  private static void pair(
      Mapping rule, IxitEntry entry, String column, BoundedPattern says, Found found) {
    Optional<Cell> cell = Declared.filled(entry, column);
    if (cell.isEmpty() || !says.matcher(cell.get().text()).find()) {
      return;
    }
    found.add(
        ShippedData.need(rule, "id"),
        cell.get().place(),
        entry.subject(),
        column,
        Texts.shown(cell.get().text()),
        ShippedData.need(rule, "field"),
        Declared.filled(entry, ShippedData.need(rule, "field")).map(Cell::text).orElse(""));
  }
}
