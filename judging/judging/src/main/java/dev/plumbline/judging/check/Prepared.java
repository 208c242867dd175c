package dev.plumbline.judging.check;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is worked out once per catalogue, whatever the number of dossiers.
 *
 * @param units by number
 * @param references columns that name entries of other tables, by table
 * @param endpoints keys of columns that name network endpoints, by table
 */
public record Prepared(
    Catalogue catalogue,
    Map<UnitId, UnitProfile> units,
    Map<String, List<IxitColumn>> references,
    Map<String, Set<String>> endpoints) {

  public static Prepared of(Catalogue catalogue, Checks checks, RuleEvaluator rules) {
    Map<String, List<IxitColumn>> references = new HashMap<>();
    Map<String, Set<String>> endpoints = new HashMap<>();
    for (IxitTable table : catalogue.tables().values()) {
      List<IxitColumn> columns =
          Stream.concat(table.columns().stream(), table.fields().stream()).toList();
      references.put(table.id(), columns.stream().filter(c -> !c.refs().isEmpty()).toList());
      endpoints.put(
          table.id(),
          columns.stream()
              .filter(c -> c.type() == ColumnType.ENDPOINTS)
              .map(IxitColumn::key)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new Prepared(
        catalogue,
        UnitProfile.of(catalogue, checks, rules),
        Map.copyOf(references),
        Map.copyOf(endpoints));
  }

  public UnitProfile unit(UnitId id) {
    return Optional.ofNullable(units.get(id)).orElseThrow();
  }
}
