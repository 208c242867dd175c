package dev.plumbline.catalogue;

import dev.plumbline.core.TableRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the IXIT pro forma.
 *
 * @param id such as {@code 1-AuthMech}
 * @param roles what it is for, as code asks for it
 * @param single one record with fixed fields instead of rows
 * @param columns the columns of the pro forma
 * @param fields typed fields of our own that rules can use; not part of the pro forma
 */
public record IxitTable(
    String id,
    String name,
    String purpose,
    Set<TableRole> roles,
    boolean single,
    List<IxitColumn> columns,
    List<IxitColumn> fields,
    Confidence confidence) {
  public IxitTable {
    roles = Set.copyOf(roles);
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
  }

  /** Number in front of the id; 1 to 29. */
  public int number() {
    return Integer.parseInt(id.substring(0, id.indexOf('-')));
  }

  /** A column or typed field by key. */
  public Optional<IxitColumn> column(String key) {
    return named(columns, key).or(() -> named(fields, key));
  }

  /** A loop, since every cell of a dossier asks for its column. */
  private static Optional<IxitColumn> named(List<IxitColumn> among, String key) {
    for (IxitColumn column : among) {
      if (column.key().equals(key)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
