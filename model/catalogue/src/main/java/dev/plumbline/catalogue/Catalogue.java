package dev.plumbline.catalogue;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One edition, whole: provisions, groups, tables, rules. Immutable; all collections in the order of
 * the standard.
 *
 * @param digest over every file that it was read from
 */
public record Catalogue(
    Edition edition,
    Map<ProvisionId, Provision> provisions,
    Map<Integer, Condition> conditions,
    Map<String, Condition> features,
    Map<ProvisionId, TestGroup> groups,
    Map<String, IxitTable> tables,
    Map<UnitId, UnitRule> rules,
    Map<UnitId, TestUnit> units,
    Map<UnitId, UnitQuestion> questions,
    Digest digest) {

  public Catalogue {
    provisions = ordered(provisions);
    conditions = ordered(conditions);
    features = ordered(features);
    groups = ordered(groups);
    tables = ordered(tables);
    rules = ordered(rules);
    units = ordered(units);
    questions = ordered(questions);
  }

  public Optional<Provision> provision(ProvisionId id) {
    return Optional.ofNullable(provisions.get(id));
  }

  public Optional<IxitTable> table(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  /** The tables that play a role, in the order of the standard. */
  public List<IxitTable> tables(TableRole role) {
    return tables.values().stream().filter(t -> t.roles().contains(role)).toList();
  }

  /** The ids of the tables that play each role. */
  public Map<TableRole, List<String>> roles() {
    Map<TableRole, List<String>> roles = new EnumMap<>(TableRole.class);
    for (TableRole role : TableRole.values()) {
      roles.put(role, tables(role).stream().map(IxitTable::id).toList());
    }
    return roles;
  }

  public Optional<UnitRule> rule(UnitId id) {
    return Optional.ofNullable(rules.get(id));
  }

  public Optional<TestUnit> unit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  /** Whether the unit's question is closed or open; empty where no machine decides it. */
  public Optional<UnitQuestion> question(UnitId id) {
    return Optional.ofNullable(questions.get(id));
  }

  public Collection<TestCase> cases() {
    return groups.values().stream().flatMap(g -> g.cases().stream()).toList();
  }

  /** Indexes values by a key, in their order. */
  static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
    Map<K, V> map = new LinkedHashMap<>();
    values.forEach(v -> map.put(key.apply(v), v));
    return map;
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
