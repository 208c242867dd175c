package dev.plumbline.declaration;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns of the pro forma that an entry leaves out, and typed fields that rules go by. */
final class ColumnsPresent implements Concern {
  private final Mapping roles = ShippedData.read("columns.yaml").mapping("roles").orElseThrow();

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IxitTable table : declared.catalogue().tables().values()) {
      Optional<Mapping> needs =
          table.roles().stream().flatMap(r -> roles.mapping(r.word()).stream()).findFirst();
      for (IxitEntry entry : declared.entries(table)) {
        table.columns().stream()
            .filter(c -> c.type() != ColumnType.ID && c.proForma())
            .forEach(c -> column(c, entry, needs, declared, found));
        List<IxitColumn> missing =
            needs.map(n -> n.texts("fields")).orElse(List.of()).stream()
                .flatMap(k -> table.column(k).stream())
                .filter(f -> entry.cell(f.key()).isEmpty())
                .filter(f -> isNeeded(f, entry, needs, declared))
                .toList();
        if (!missing.isEmpty()) {
          found.add("PLB-4012", entry.place(), entry.subject(), forms(missing));
        }
      }
    }
  }

  private static void column(
      IxitColumn column,
      IxitEntry entry,
      Optional<Mapping> needs,
      DatedDossier declared,
      Found found) {
    if (!isNeeded(column, entry, needs, declared)) {
      return;
    }
    Optional<Cell> cell = entry.cell(column.key());
    if (cell.isEmpty()) {
      found.add("PLB-4010", entry.place(), entry.subject(), column.key(), column.meaning());
    } else if (cell.get().isEmpty() && !(cell.get().node() instanceof Listing)) {
      found.add("PLB-4011", cell.get().place(), entry.subject(), column.key(), column.meaning());
    }
  }

  private static boolean isNeeded(
      IxitColumn column, IxitEntry entry, Optional<Mapping> needs, DatedDossier declared) {
    Optional<Mapping> when =
        needs.flatMap(n -> n.mapping("when")).flatMap(w -> w.mapping(column.key()));
    return when.isEmpty() || needed(when.get(), entry, declared);
  }

  /** What to write into each, such as {@code kind: user or machine}. */
  private static String forms(List<IxitColumn> columns) {
    return columns.stream().map(c -> c.key() + ": " + form(c)).collect(Collectors.joining("; "));
  }

  private static String form(IxitColumn column) {
    return switch (column.type()) {
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case DATE -> "a date";
      case URL -> "an address";
      case ENDPOINTS -> "[tcp/443]";
      case ENUM -> String.join(" or ", column.values());
      case LIST ->
          column.values().isEmpty() ? "a list" : "a list of " + String.join(", ", column.values());
      case TEXT, ID -> "a text";
    };
  }

  /** A column may be asked for only when another cell says so, or a provision is supported. */
  private static boolean needed(Mapping when, IxitEntry entry, DatedDossier declared) {
    List<String> supported = when.texts("supported");
    boolean asked =
        supported.isEmpty()
            || supported.stream()
                .flatMap(id -> declared.provision(id).stream())
                .anyMatch(p -> declared.support(p.id()).filter(s -> s == Support.YES).isPresent());
    return !ShippedData.flag(when, "never") && asked && RowMatch.of(when).matches(entry);
  }
}
