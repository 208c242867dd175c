package dev.plumbline.catalogue;

import dev.plumbline.core.TableRole;
import java.util.List;

/** Reads a table of the IXIT. */
public final class IxitTableReader {
  /** The keys of a column. */
  public static final List<String> COLUMN_KEYS =
      List.of("key", "name", "meaning", "type", "values", "openValues", "refs", "confidence");

  private IxitTableReader() {}

  /** A table with its columns and typed fields. */
  public static IxitTable table(Fields t) {
    return new IxitTable(
        t.need("id"),
        t.need("name"),
        t.need("purpose"),
        t.each(TableRole.class, "roles"),
        t.flag("single"),
        t.list("columns").stream().map(IxitTableReader::column).toList(),
        t.list("fields").stream().map(IxitTableReader::column).toList(),
        t.oneOf(Confidence.class, "confidence"));
  }

  private static IxitColumn column(Fields c) {
    return new IxitColumn(
        c.need("key"),
        c.optional("name").orElse(c.need("key")),
        c.need("meaning"),
        c.oneOf(ColumnType.class, "type"),
        c.texts("values"),
        c.flag("openValues"),
        c.texts("refs"),
        !c.text("proForma").equals("unknown"),
        c.oneOf(Confidence.class, "confidence", Confidence.MEDIUM));
  }
}
