package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * References that ought to be there: an entry that names nothing, or that nothing names. Each link
 * is a rule in links.yaml.
 */
final class Links implements Concern {
  private final List<Mapping> rules = ShippedData.read("links.yaml").mappings("links");

  @Override
  public void look(DatedDossier declared, Found found) {
    for (Mapping rule : rules) {
      declared
          .firstTable(ShippedData.role(rule, "role"))
          .ifPresent(t -> link(rule, t, declared, found));
    }
  }

  private static void link(Mapping rule, IxitTable table, DatedDossier declared, Found found) {
    String id = ShippedData.need(rule, "id");
    RowMatch unless = new RowMatch(ShippedData.lists(rule, "unless"), List.of(), List.of());
    List<IxitEntry> subjects =
        declared.entries(table).stream()
            .filter(RowMatch.of(rule)::matches)
            .filter(e -> unless.where().isEmpty() || !unless.matches(e))
            .toList();
    if (rule.mapping("namedBy").isPresent()) {
      named(id, rule.mapping("namedBy").get(), table, subjects, declared, found);
    } else {
      subjects.stream()
          .filter(e -> namesNothing(rule, table, e))
          .forEach(e -> found.add(id, e.place(), e.subject()));
    }
  }

  /** Whether the edition has the column and the entry leaves it empty. */
  private static boolean namesNothing(Mapping rule, IxitTable table, IxitEntry entry) {
    List<String> columns =
        rule.texts("mustName").stream().filter(k -> table.column(k).isPresent()).toList();
    return !columns.isEmpty()
        && columns.stream().allMatch(k -> DatedDossier.filled(entry, k).isEmpty());
  }

  private static void named(
      String id,
      Mapping by,
      IxitTable table,
      List<IxitEntry> subjects,
      DatedDossier declared,
      Found found) {
    Set<String> named = new HashSet<>();
    boolean asked = false;
    for (Mapping source : by.mappings("any")) {
      for (IxitTable from :
          declared.firstTable(ShippedData.role(source, "role")).stream().toList()) {
        for (String column : source.texts("column")) {
          if (from.column(column).filter(c -> c.refs().contains(table.id())).isEmpty()) {
            continue;
          }
          asked |= !declared.entries(from).isEmpty();
          for (IxitEntry entry : declared.entries(from)) {
            entry.texts(column).stream()
                .flatMap(t -> References.resolve(t, List.of(table.id()), declared).stream())
                .forEach(e -> named.add(e.id()));
          }
        }
      }
    }
    if (asked) {
      subjects.stream()
          .filter(e -> !named.contains(e.id()))
          .forEach(e -> found.add(id, e.place(), e.subject()));
    }
  }
}
