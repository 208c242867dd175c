package dev.plumbline.judging.rules;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;

/** What an expression is evaluated on: the entry, the one it refers to, and the whole dossier. */
record RuleSubject(SelectableFields row, SelectableFields other, Rows rows)
    implements CelVariableResolver {

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case "row" -> Optional.of(row);
      case "other" -> Optional.of(other);
      case "tables" -> Optional.of(rows.tables());
      case "product" -> Optional.of(rows.product());
      case "ics" -> Optional.of(rows.ics());
      default -> Optional.empty();
    };
  }

  /** The value that an expression read. */
  Optional<Object> value(Read read) {
    return from(read).find(read.field());
  }

  /** Why that value is not there although it is declared. */
  Optional<Withheld> withheld(Read read) {
    return from(read).withheld(read.field());
  }

  private SelectableFields from(Read read) {
    return switch (read.variable()) {
      case "row" -> row;
      case "other" -> other;
      default -> rows.tables();
    };
  }
}
