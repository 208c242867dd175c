package dev.plumbline.declaration;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Endpoints of the tables against what may be tested, and against each other. */
final class EndpointsFit implements Concern {
  private final Mapping data = ShippedData.read("endpoints.yaml");

  private record Use(IxitEntry entry, Cell cell, String endpoint) {}

  @Override
  public void look(DatedDossier declared, Found found) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (IxitTable table : declared.catalogue().tables().values()) {
      for (IxitEntry entry : declared.entries(table)) {
        uses(table, entry)
            .forEach(u -> uses.computeIfAbsent(u.endpoint(), e -> new ArrayList<>()).add(u));
      }
    }
    List<Target> targets = declared.dossier().product().targets();
    if (!targets.isEmpty()) {
      uses.values().stream()
          .map(List::getFirst)
          .filter(u -> targets.stream().noneMatch(t -> reaches(t, u.endpoint())))
          .forEach(u -> found.add("PLB-6011", u.cell().place(), u.endpoint(), u.entry().subject()));
    }
    uses.values().forEach(same -> conflicts(same, found));
    unnamed(declared, found);
  }

  private static Stream<Use> uses(IxitTable table, IxitEntry entry) {
    return Stream.concat(table.columns().stream(), table.fields().stream())
        .filter(c -> c.type() == ColumnType.ENDPOINTS)
        .map(IxitColumn::key)
        .flatMap(k -> entry.cell(k).stream())
        .flatMap(
            c ->
                c.texts().stream()
                    .filter(t -> ValueForms.endpoint(t).isPresent())
                    .map(t -> new Use(entry, c, t)));
  }

  private static boolean reaches(Target target, String endpoint) {
    return ValueForms.endpoint(endpoint).filter(target::allows).isPresent();
  }

  /** The same endpoint may stand in several tables; on in one and off in another is no state. */
  private void conflicts(List<Use> same, Found found) {
    for (int i = 0; i < same.size(); i++) {
      for (int j = i + 1; j < same.size(); j++) {
        Use first = same.get(i);
        Use second = same.get(j);
        Optional<String> one = status(first.entry());
        Optional<String> other = status(second.entry());
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
          found.add(
              "PLB-6012",
              second.cell().place(),
              second.endpoint(),
              other.get(),
              first.entry().subject(),
              one.get());
        }
      }
    }
  }

  /** {@code enabled} or {@code disabled}; empty when the entry says neither. */
  private Optional<String> status(IxitEntry entry) {
    return entry
        .cell(ShippedData.need(data, "statusColumn"))
        .map(c -> c.text().toLowerCase(Locale.ROOT))
        .flatMap(
            t ->
                t.startsWith("enabled")
                    ? Optional.of("enabled")
                    : t.startsWith("disabled") ? Optional.of("disabled") : Optional.empty());
  }

  /** What is said to be reachable but has no endpoint cannot be found by a probe. */
  private void unnamed(DatedDossier declared, Found found) {
    for (Mapping rule : data.mappings("needEndpoints")) {
      declared.firstTable(ShippedData.role(rule, "role")).stream()
          .flatMap(t -> declared.entries(t).stream())
          .filter(RowMatch.of(rule)::matches)
          .forEach(e -> found.add("PLB-6013", e.place(), e.subject()));
    }
  }
}
