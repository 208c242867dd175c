package dev.plumbline.insight.change;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.ProvisionId;
import java.util.Locale;
import java.util.Optional;

/** Names of things as the standard has them, from the edition after the change or that before. */
final class Titles {
  private final Catalogue after;
  private final Catalogue before;

  Titles(Catalogue before, Catalogue after) {
    this.before = before;
    this.after = after;
  }

  String provision(ProvisionId id) {
    return after
        .provision(id)
        .or(() -> before.provision(id))
        .map(p -> p.title() + " (" + p.printedStatus() + ")")
        .orElse("a provision that the edition does not have");
  }

  String condition(String label) {
    return number(label)
        .flatMap(
            n ->
                Optional.ofNullable(after.conditions().get(n))
                    .or(() -> Optional.ofNullable(before.conditions().get(n))))
        .map(c -> words(c.key()))
        .orElse("a condition that the edition does not have");
  }

  String feature(String label) {
    return Optional.ofNullable(after.features().get(label))
        .or(() -> Optional.ofNullable(before.features().get(label)))
        .map(c -> words(c.key()))
        .orElse("a feature that the edition does not have");
  }

  String table(String id) {
    return after
        .table(id)
        .or(() -> before.table(id))
        .map(IxitTable::name)
        .orElse("a table that the edition does not have");
  }

  String column(String table, String key) {
    return after
        .table(table)
        .or(() -> before.table(table))
        .flatMap(t -> t.column(key))
        .map(IxitColumn::name)
        .map(n -> n.equals(key) ? words(n) : n)
        .orElse(key);
  }

  /** {@code softwareVersion} as people write it: software version. */
  static String words(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> number(String label) {
    return label.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(label)) : Optional.empty();
  }
}
