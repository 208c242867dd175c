package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;

/**
 * A column of an exchanged table.
 *
 * @param key name in dossier files
 * @param heading name that people read
 * @param choices what can be chosen; empty when free
 * @param open whether other words than the choices are allowed
 * @param refs tables whose rows it names; empty when it names none
 * @param ours whether the catalogue fills it; never taken from a file
 */
public record Column(
    String key,
    String heading,
    String meaning,
    ColumnType type,
    List<String> choices,
    boolean open,
    List<String> refs,
    boolean ours) {
  /** What stands beside the rows of a table; no sheet has it as a column. */
  public static final Column BESIDE = answer(IxitEntry.REMARKS, "Remarks", "", ColumnType.LIST);

  public Column {
    choices = List.copyOf(choices);
    refs = List.copyOf(refs);
  }

  static Column ours(String key, String heading, String meaning) {
    return new Column(key, heading, meaning, ColumnType.TEXT, List.of(), true, List.of(), true);
  }

  static Column answer(String key, String heading, String meaning, ColumnType type) {
    return new Column(key, heading, meaning, type, List.of(), true, List.of(), false);
  }

  /** Whether it is a typed field of ours beside the pro forma. */
  public boolean isTyped() {
    return heading.equals(key);
  }

  /** Whether the column holds the id of the row. */
  public boolean isId() {
    return type == ColumnType.ID;
  }
}
